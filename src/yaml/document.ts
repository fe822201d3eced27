/**
 * One document of a YAML stream, or one item of a ResourceList: the bytes it came in, and, when asked, what they mean.
 * Untouched documents are written back as their text, so nothing of them can get lost.
 */
import { isMap, isSeq, type Node } from 'yaml';
import type { FieldPath, Position } from '../results.ts';
import type { Locate } from './locator.ts';
import { keyText } from './value.ts';

/** What is wrong: `quote` and `octal` are scalars that readers take differently, `resource-list` is a wrong shape of one. */
export type YamlProblemKind =
  | 'syntax'
  | 'duplicate-key'
  | 'merge-key'
  | 'alias'
  | 'tag'
  | 'quote'
  | 'octal'
  | 'resource-list';

/** Something wrong with a YAML text. The message names keys at most, never a value: it may be a secret. */
export interface YamlProblem {
  readonly kind: YamlProblemKind;
  readonly message: string;
  readonly position: Position;
  /** The field it is about, where that can be told. */
  readonly path?: FieldPath;
}

/** A document and what is known of it. Reading happens at the first question about anything but the text. */
export interface SourceDocument {
  /** The bytes as they came in, with the separators and comments that belong to the document. */
  readonly text: string;
  /**
   * The plain JavaScript value by the core schema of YAML 1.2, aliases followed and `<<` merged as the hosts do it.
   * `undefined` where there is none (only comments) or it can't be told (an alias to nothing). With syntax problems it is
   * what could be made out, so that a broken MoneyPositive is still known for one.
   */
  readonly value: unknown;
  readonly node: Node | null;
  /** Syntax problems only; a document that just passes through may have duplicate keys, anchors, merges and tags. */
  readonly problems: readonly YamlProblem[];
  /** The line and column, in the whole input, of an offset as `node.range` has it. */
  locate(offset: number): Position;
  /** The place in the whole input of a field or, if there is no such field, of its deepest ancestor that exists. */
  position(path: FieldPath, target?: 'key' | 'value'): Position | undefined;
}

/** What reading a document gives. */
export type Reading = Pick<SourceDocument, 'value' | 'node' | 'problems'>;

/** A document of the given text that calls `read` once, when it has to. */
export function sourceDocument(text: string, locate: Locate, read: () => Reading): SourceDocument {
  let reading: Reading | undefined;
  const known = (): Reading => {
    reading ??= read();
    return reading;
  };
  return {
    text,
    locate,
    get value() {
      return known().value;
    },
    get node() {
      return known().node;
    },
    get problems() {
      return known().problems;
    },
    position(path, target = 'value') {
      const offset = nodeAt(known().node, path, target)?.range?.[0];
      return offset === undefined ? undefined : locate(offset);
    },
  };
}

/** The node of a field or of its deepest ancestor that exists; an alias counts as the end of the way. */
function nodeAt(root: Node | null, path: FieldPath, target: 'key' | 'value'): Node | null {
  let node = root;
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === undefined) return node;
    node = target === 'key' && depth === path.length - 1 ? child.key : child.value;
  }
  return node;
}

/** The member or item of that name; of two equal keys the last, whose value counts. An item is its own key. */
function childOf(node: Node | null, step: string | number): { key: Node; value: Node } | undefined {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item && { key: item, value: item };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.findLast(({ key }) => keyText(key) === String(step));
  return pair && { key: pair.key, value: pair.value ?? pair.key };
}
