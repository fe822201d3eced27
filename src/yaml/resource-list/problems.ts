/** What keeps a ResourceList from being changed. */
import { isSeq, type Node } from 'yaml';
import type { YamlProblem, YamlProblemKind } from '../document.ts';
import { type Fault, toProblems } from '../parse.ts';
import { keyText } from '../value.ts';
import type { ListLayout } from './layout.ts';
import { isNothing, type ListSource, memberOf } from './source.ts';
import type { Span } from './splice.ts';

/** Syntax problems around the items (those in an item are its own), keys that stand twice, and items that are no list. */
export function listProblems(
  source: ListSource,
  layout: ListLayout | undefined,
  items: readonly Span[],
): readonly YamlProblem[] {
  const around = source.faults.filter((fault) => !items.some((item) => isWithin(fault, item)));
  const found = [...toProblems(around, source.locate), ...duplicates(source), ...wrongItems(source)];
  if (found.length > 0 || layout) return found;
  const message =
    'the items of this ResourceList can be read but not changed: start each on a line of its own';
  return [problem(source, 'resource-list', message, memberOf(source.root, 'items'), 'items')];
}

/** Whether the fault is in the item's text. */
export function isWithin({ offset }: Fault, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

function duplicates(source: ListSource): readonly YamlProblem[] {
  const keys = source.root.items.map(({ key }) => key);
  const names = keys.map(keyText);
  return keys.flatMap((key, index) => {
    const name = keyText(key);
    if (names.indexOf(name) === index) return [];
    return [
      problem(source, 'duplicate-key', `${name} stands twice in this ResourceList: keep one`, key, name),
    ];
  });
}

function wrongItems(source: ListSource): readonly YamlProblem[] {
  const items = memberOf(source.root, 'items');
  if (isSeq(items) || isNothing(items)) return [];
  return [problem(source, 'resource-list', 'the items of a ResourceList are a list', items, 'items')];
}

function problem(
  { locate }: ListSource,
  kind: YamlProblemKind,
  message: string,
  node: Node | undefined,
  field: string,
): YamlProblem {
  return { kind, message, position: locate(node?.range?.[0] ?? 0), path: [field] };
}
