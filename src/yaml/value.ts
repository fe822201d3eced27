/**
 * Nodes to plain JavaScript values. Not `toJS` of the yaml package: that one refuses an anchor used more than a hundred
 * times, throws the whole document away for one bad merge, and can't read the items of a list one by one.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';

/** The tag of a `<<` key. */
export const MERGE_TAG = 'tag:yaml.org,2002:merge';

/** Gives a node's value; `undefined` if an alias in it leads nowhere or into itself, or it is nested too deeply. */
export type ReadValue = (node: Node | null) => unknown;

/** An alias without a value. */
class DeadAlias extends Error {}

/** A reader for the nodes below `root`; all aliases of one anchor share one value, so nothing can blow up. */
export function valueReader(root: Node | null): ReadValue {
  const context: Context = { targets: undefined, root, shared: new Map(), open: new Set() };
  return (node) => {
    try {
      return node === null ? undefined : read(context, node);
    } catch (error) {
      if (error instanceof DeadAlias || error instanceof RangeError) return undefined;
      throw error;
    } finally {
      context.open.clear();
    }
  };
}

interface Context {
  readonly root: Node | null;
  /** Aliases and what they stand for; found at the first alias. */
  targets: ReadonlyMap<Alias, Node> | undefined;
  /** Values of anchored nodes that were read. */
  readonly shared: Map<Node, unknown>;
  /** Anchored nodes that are being read: an alias to one of them is a circle. */
  readonly open: Set<Node>;
}

/** Which node each alias below `root` stands for: the last one before it that carries the anchor. */
export function aliasTargets(root: Node | null): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  if (root === null) return targets;
  visit(root, {
    Node(_key, node) {
      const target = isAlias(node) ? anchors.get(node.source) : undefined;
      if (isAlias(node) && target) targets.set(node, target);
      if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/** Whether a key means "merge these mappings into this one" to readers that know merges: a plain `<<`, or the tag. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key)) return false;
  return key.tag === MERGE_TAG || (key.value === '<<' && key.type === Scalar.PLAIN && key.tag === undefined);
}

/** The text of a key as people wrote it: `8080`, `true` and `~` stay as they are. */
export function keyText(key: unknown): string {
  if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? '');
  if (isAlias(key)) return `*${key.source}`;
  return key === null ? '' : String(key);
}

function read(context: Context, node: Node | null): unknown {
  if (node === null) return null;
  if (isAlias(node)) return readAlias(context, node);
  if (!node.anchor) return readContent(context, node);
  if (context.shared.has(node)) return context.shared.get(node);
  context.open.add(node);
  const value = readContent(context, node);
  context.open.delete(node);
  context.shared.set(node, value);
  return value;
}

function readAlias(context: Context, alias: Alias): unknown {
  context.targets ??= aliasTargets(context.root);
  const target = context.targets.get(alias);
  if (target === undefined || context.open.has(target)) throw new DeadAlias();
  return read(context, target);
}

function readContent(context: Context, node: Node): unknown {
  if (isScalar(node)) return scalarValue(node);
  if (isSeq<Node>(node)) return node.items.map((item) => read(context, item));
  return isMap<Node, Node | null>(node) ? readMap(context, node) : null;
}

/**
 * A number too large for a double is text, as it is to Go: kustomize hands on the quoted tag "12e4567" (a short commit
 * hash) without its quotes.
 */
function scalarValue({ value, source = '' }: Scalar): unknown {
  return typeof value === 'number' && !Number.isFinite(value) && /\d/.test(source) ? source : value;
}

/** Own keys win over merged ones, the last of two equal keys over the first, as in Go. */
function readMap(context: Context, map: YAMLMap<Node, Node | null>): unknown {
  const result = {};
  const merges: Pair<Node, Node | null>[] = [];
  for (const pair of map.items) {
    if (isMergeKey(pair.key)) merges.push(pair);
    else setMember(result, readKey(context, pair.key), read(context, pair.value));
  }
  for (const { value } of merges) mergeInto(result, read(context, value));
  return result;
}

function mergeInto(result: object, source: unknown): void {
  for (const part of Array.isArray(source) ? source : [source]) {
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, value] of Object.entries(part))
      if (!Object.hasOwn(result, key)) setMember(result, key, value);
  }
}

function readKey(context: Context, key: Node): string {
  if (isScalar(key)) return keyText(key);
  const value = read(context, key);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Sets an own member even where the key is `__proto__`. */
function setMember(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
