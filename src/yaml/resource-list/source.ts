/** The part of an input that is a ResourceList, as the yaml package parsed it. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Locate, locator } from '../locator.ts';
import { type Fault, parseOne } from '../parse.ts';
import { type DocumentSpan, splitStream } from '../split.ts';
import { keyText } from '../value.ts';

/** A mapping as the yaml package parses it. */
export type Mapping = YAMLMap<Node, Node | null>;

/** One ResourceList; all offsets count from the start of its text. */
export interface ListSource {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Where the document ends: at its `...` line or the end of its text. */
  readonly bodyEnd: number;
  readonly root: Mapping;
  readonly faults: readonly Fault[];
  readonly locate: Locate;
}

/** The ResourceList that the text is, or `undefined`: then it is something else. Only the first document counts. */
export function findList(text: string): ListSource | undefined {
  if (!text.includes('ResourceList')) return undefined;
  for (const span of splitStream(text)) {
    const { node, faults } = parseOne(text.slice(span.start, span.end), true);
    if (node !== null) return isResourceList(node) ? sourceOf(text, span, node, faults) : undefined;
  }
  return undefined;
}

/** The value of a top-level field; `undefined` where there is no such field or nothing behind its colon. */
export function memberOf(map: Mapping, name: string): Node | undefined {
  return map.items.find(({ key }) => keyText(key) === name)?.value ?? undefined;
}

/** The nodes of the items; none where `items` is missing, null or no list. */
export function itemNodes(root: Mapping): readonly Node[] {
  const items = memberOf(root, 'items');
  return isSeq<Node>(items) ? items.items : [];
}

/** Whether there is nothing, or a null. */
export function isNothing(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

function isResourceList(node: Node): node is Mapping {
  if (!isMap<Node, Node | null>(node)) return false;
  const [kind, apiVersion] = [memberOf(node, 'kind'), memberOf(node, 'apiVersion')];
  if (!isScalar(kind) || !isScalar(apiVersion)) return false;
  return kind.value === 'ResourceList' && String(apiVersion.value).startsWith('config.kubernetes.io/');
}

function sourceOf(
  text: string,
  { start, bodyEnd, end }: DocumentSpan,
  root: Mapping,
  faults: readonly Fault[],
): ListSource {
  const locate = locator(text);
  return {
    before: text.slice(0, start),
    text: text.slice(start, end),
    after: text.slice(end),
    bodyEnd: bodyEnd - start,
    root,
    faults,
    locate: (offset) => locate(start + offset),
  };
}
