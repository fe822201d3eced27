/**
 * The strict look at a document that is a MoneyPositive: whatever YAML offers that readers take differently is a problem,
 * so that a MoneyPositive means the same on every host. Foreign documents are never looked at this way.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar } from 'yaml';
import type { FieldPath } from '../results.ts';
import { isAmbiguousPlain, isOctalLike } from './ambiguous.ts';
import type { SourceDocument, YamlProblem, YamlProblemKind } from './document.ts';
import { hasLoneSurrogate } from './scalar.ts';
import { isMergeKey, keyText, MERGE_TAG } from './value.ts';

/** A problem before its place is known in lines and columns. */
interface Found {
  readonly kind: YamlProblemKind;
  readonly message: string;
  readonly node: Node;
  readonly path: FieldPath;
}

type Members = readonly Pair<Node, Node | null>[];

/**
 * Duplicate keys, `<<` merges, aliases, tags outside of the core schema, escapes that are no character, and plain scalars
 * that readers take differently, in the order of the text. Faults of syntax are in `document.problems`. Scalars that YAML 1.2 itself reads as a number, a
 * bool or null are left to validation, except a number with a leading zero, which every type check would let pass.
 */
export function inspectStrict(document: SourceDocument): readonly YamlProblem[] {
  return inspectNode(document.node, []).map(({ node, ...problem }) => ({
    ...problem,
    position: document.locate(offsetOf(node)),
  }));
}

function inspectNode(node: Node | null, path: FieldPath): readonly Found[] {
  if (node === null) return [];
  if (isAlias(node)) {
    return [{ kind: 'alias', message: 'write the value here instead of an alias (`*name`)', node, path }];
  }
  const tag = inspectTag(node, path);
  if (isScalar(node)) return tag.length > 0 ? tag : inspectScalar(node, path);
  if (isSeq<Node>(node)) {
    return [...tag, ...node.items.flatMap((item, index) => inspectNode(item, [...path, index]))];
  }
  return isMap<Node, Node | null>(node) ? [...tag, ...inspectMembers(node.items, path)] : tag;
}

function inspectMembers(members: Members, path: FieldPath): readonly Found[] {
  const seen = new Set<string>();
  return members.flatMap(({ key, value }) => {
    if (isMergeKey(key)) return [mergeKey(key, path)];
    const name = keyText(key);
    const own = [...path, name];
    const duplicate = seen.has(name) ? [duplicateKey(key, own)] : [];
    seen.add(name);
    return [...duplicate, ...inspectKey(key, own), ...inspectNode(value, own)];
  });
}

function mergeKey(node: Node, path: FieldPath): Found {
  const message = 'write the fields here instead of a merge (`<<`), which YAML 1.2 does not know';
  return { kind: 'merge-key', message, node, path: [...path, '<<'] };
}

function duplicateKey(node: Node, path: FieldPath): Found {
  const message = `the key ${JSON.stringify(path.at(-1))} stands twice in this mapping: keep one of them`;
  return { kind: 'duplicate-key', message, node, path };
}

/** A plain key is text to us whatever it looks like, but a number or a bool to others. */
function inspectKey(key: Node, path: FieldPath): readonly Found[] {
  if (!isScalar(key)) return inspectComplexKey(key, path);
  const faults = [...inspectTag(key, path), ...inspectEncoding(key, path)];
  if (faults.length > 0 || !isPlain(key)) return faults;
  if (typeof key.value === 'string' && !isAmbiguousPlain(key.value)) return [];
  const message = `not every reader takes the key ${keyText(key)} for text: write ${JSON.stringify(keyText(key))}`;
  return [{ kind: 'quote', message, node: key, path }];
}

function inspectComplexKey(key: Node, path: FieldPath): readonly Found[] {
  if (isAlias(key)) return inspectNode(key, path);
  return [{ kind: 'syntax', message: 'a key has to be text, not a mapping or list', node: key, path }];
}

/** Go writes this text without quotes; where no key can be it is text to all that read it at all. */
const MERGE_TEXT = '<<';

function inspectScalar(node: Scalar, path: FieldPath): readonly Found[] {
  if (typeof node.value === 'number' && isOctalLike(node.source ?? '')) {
    const message =
      'a number with a leading zero is octal to YAML 1.1 and Go, but not to YAML 1.2: write it without, or quote it if it is text';
    return [{ kind: 'octal', message, node, path }];
  }
  if (!isPlain(node) || typeof node.value !== 'string') return inspectEncoding(node, path);
  if (!isAmbiguousPlain(node.value) || node.value === MERGE_TEXT) return [];
  return [{ kind: 'quote', message: 'quote this: unquoted it is text to some readers only', node, path }];
}

/** An escape can make what UTF-8 can't hold, and so nobody can write. */
function inspectEncoding(node: Scalar, path: FieldPath): readonly Found[] {
  if (typeof node.value !== 'string' || !hasLoneSurrogate(node.value)) return [];
  const message = 'this text has half of a surrogate pair (\\uD800 to \\uDFFF), which is no character';
  return [{ kind: 'syntax', message, node, path }];
}

const CORE_TAGS: ReadonlySet<string> = new Set([
  '!',
  ...['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
]);

/** kustomize writes the text "<<" as `!!merge <<`. */
function inspectTag(node: Node, path: FieldPath): readonly Found[] {
  const { tag } = node as { readonly tag?: string };
  if (tag === undefined || CORE_TAGS.has(tag)) return [];
  if (tag === MERGE_TAG && isScalar(node) && node.value === MERGE_TEXT) return [];
  return [{ kind: 'tag', message: 'this tag is none of the YAML core ones: leave it out', node, path }];
}

/** Unquoted and without a tag that would settle what it is. */
function isPlain(node: Scalar): boolean {
  return node.type === Scalar.PLAIN && node.tag === undefined;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
