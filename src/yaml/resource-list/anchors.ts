/**
 * Aliases that lead from one item to another, or from an item to what is around the items. Such an alias stays as it is
 * while the anchor it meant is still the last one of that name before it; when the item with the anchor was dropped,
 * replaced or moved, the alias is replaced by the value it stood for. Its text changes so that its meaning doesn't.
 */
import { type Alias, isAlias, type Node, visit } from 'yaml';
import { aliasTargets, type ReadValue } from '../value.ts';
import { writeFlow } from '../write.ts';
import type { Span, Splice } from './splice.ts';

/** A part of the text that stays together: the index of an item, or what is before or behind all of them. */
export type Section = number | 'head' | 'tail';

/** An alias in one section to an anchor in another. */
interface Reference {
  readonly alias: Alias;
  readonly from: Section;
  readonly to: Section;
  readonly target: Node;
}

/** The changes to aliases of one section. It has to be asked about all sections that are written, in their new order. */
export type PatchAliases = (section: Section) => readonly Splice[];

/** Looks after the aliases of a list whose items have these spans, for one time of writing it. */
export function aliasPatcher(root: Node, items: readonly Span[], readValue: ReadValue): PatchAliases {
  const sectionOf = sectionFinder(items);
  const references = findReferences(root, sectionOf);
  const anchors = references.length === 0 ? [] : findAnchors(root);
  const current = new Map<string, Section>();
  return (section) => {
    const broken = references.filter(
      ({ alias, from, to }) => from === section && current.get(alias.source) !== to,
    );
    for (const { name, node } of anchors) if (sectionOf(node) === section) current.set(name, section);
    return broken.flatMap(({ alias, target }) => inPlaceOf(alias, readValue(target)));
  };
}

function sectionFinder(items: readonly Span[]): (node: Node) => Section {
  return (node) => {
    const offset = node.range?.[0] ?? 0;
    const index = items.findIndex(({ start, end }) => start <= offset && offset < end);
    if (index >= 0) return index;
    return offset < (items[0]?.start ?? 0) ? 'head' : 'tail';
  };
}

function findReferences(root: Node, sectionOf: (node: Node) => Section): readonly Reference[] {
  return [...aliasTargets(root)]
    .map(([alias, target]) => ({ alias, target, from: sectionOf(alias), to: sectionOf(target) }))
    .filter(({ from, to }) => from !== to);
}

function findAnchors(root: Node): readonly { readonly name: string; readonly node: Node }[] {
  const found: { name: string; node: Node }[] = [];
  visit(root, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor) found.push({ name: node.anchor, node });
    },
  });
  return found;
}

function inPlaceOf({ range }: Alias, value: unknown): readonly Splice[] {
  if (!range || value === undefined) return [];
  return [{ start: range[0], end: range[1], text: writeFlow(value) }];
}
