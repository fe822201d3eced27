/**
 * The ResourceList of the KRM Functions Specification: what kpt and kustomize hand to a function, and get back. It is
 * changed in place: all that isn't an item or a result, and every item that is kept, stays byte for byte.
 */
import { isSeq, type Node } from 'yaml';
import { type SourceDocument, sourceDocument, type YamlProblem } from './document.ts';
import { toProblems } from './parse.ts';
import { blockLayout } from './resource-list/block-layout.ts';
import { flowLayout } from './resource-list/flow-layout.ts';
import { type ListLayout, type OutputItem, UnchangeableListError } from './resource-list/layout.ts';
import { isWithin, listProblems } from './resource-list/problems.ts';
import { findList, isNothing, itemNodes, type ListSource, memberOf } from './resource-list/source.ts';
import type { Span } from './resource-list/splice.ts';
import { listWriter } from './resource-list/write-list.ts';
import { type ReadValue, valueReader } from './value.ts';

export type { OutputItem };

/** A ResourceList that was read, and can be written with other items. */
export interface ResourceList {
  readonly items: readonly SourceDocument[];
  /** Absent also where it is null. */
  readonly functionConfig?: SourceDocument;
  /** Whether `items` was there as a list; hosts also hand out ResourceLists without, or with null. */
  readonly hasItems: boolean;
  /** What keeps the list from being changed. Syntax problems inside of an item are that item's. */
  readonly problems: readonly YamlProblem[];
  /**
   * The ResourceList with these items and results in place of the former ones; `items` is always there, `results` only
   * if there are any. A list that has problems comes back as it was.
   *
   * @throws TypeError if a kept document is not one of this list's items, UnwritableValueError as `writeYaml` does.
   */
  write(items: readonly OutputItem[], results: readonly object[]): string;
}

/** The ResourceList that the text is, in YAML or JSON; `undefined` where it is something else. */
export function readResourceList(text: string): ResourceList | undefined {
  const source = findList(text);
  return source && listOf(source, text);
}

function listOf(source: ListSource, text: string): ResourceList {
  const { root } = source;
  const readValue = valueReader(root);
  const nodes = itemNodes(root);
  const layout = layoutOf(source, nodes.length);
  const spans = layout?.items.spans ?? nodes.map(spanOf);
  const items = nodes.map((node, index) => partOf(source, node, spans[index] ?? spanOf(node), readValue));
  const config = memberOf(root, 'functionConfig');
  const problems = listProblems(source, layout, spans);
  return {
    items,
    ...(config &&
      !isNothing(config) && { functionConfig: partOf(source, config, spanOf(config), readValue) }),
    hasItems: isSeq(memberOf(root, 'items')),
    problems,
    write: layout && problems.length === 0 ? listWriter(source, layout, items, readValue) : () => text,
  };
}

/** How the list can be changed, or `undefined` where it can't. */
function layoutOf({ text, root, bodyEnd }: ListSource, count: number): ListLayout | undefined {
  try {
    const isFlow = root.srcToken?.type === 'flow-collection';
    const layout = isFlow ? flowLayout(text, root) : blockLayout(text, root, bodyEnd);
    return layout.items.spans.length === count ? layout : undefined;
  } catch (error) {
    if (error instanceof UnchangeableListError) return undefined;
    throw error;
  }
}

/** One item, or the functionConfig, as a document of its own. */
function partOf(
  { text, faults, locate }: ListSource,
  node: Node,
  span: Span,
  readValue: ReadValue,
): SourceDocument {
  return sourceDocument(text.slice(span.start, span.end), locate, () => ({
    node,
    value: readValue(node),
    problems: toProblems(
      faults.filter((fault) => isWithin(fault, span)),
      locate,
    ),
  }));
}

function spanOf({ range }: Node): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
