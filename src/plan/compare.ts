/**
 * What differs between two values, field by field. Paths name entries of lists as Kubernetes tells them apart, by their name
 * or mount path, so that `containers[app].image` stays the same field when another container comes before it.
 */
import { isDeepStrictEqual } from 'node:util';
import { at, type Fields, isMap } from './read.ts';

/** A difference of one field. Values are not part of it: most may be secret. */
export interface Difference {
  readonly path: Path;
  readonly how: 'added' | 'removed' | 'changed' | 'reordered';
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A key of a map, or an entry of a list by its own key or its place. */
export type Step = string | { readonly entry: string | number };
export type Path = readonly Step[];

/** Members that name an entry of a list, where they do so for each one. */
const ENTRY_KEYS = [
  'name',
  'mountPath',
  'host',
  'secretName',
  'topologyKey',
  'containerPort',
  'port',
] as const;

/** The differences, in the order of the later value; what is gone comes after the rest of its map. */
export function compare(from: unknown, to: unknown, path: Path = []): readonly Difference[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (from === undefined) return [{ path, how: 'added', to }];
  if (to === undefined) return [{ path, how: 'removed', from }];
  if (isMap(from) && isMap(to)) return compareMaps(from, to, path);
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(from, to, path);
  return [{ path, how: 'changed', from, to }];
}

function compareMaps(from: Fields, to: Fields, path: Path): readonly Difference[] {
  const keys = new Set([...Object.keys(to), ...Object.keys(from)]);
  return [...keys].flatMap((key) => compare(at(from, key), at(to, key), [...path, key]));
}

function compareLists(from: readonly unknown[], to: readonly unknown[], path: Path): readonly Difference[] {
  const former = entriesByKey(from);
  const latter = entriesByKey(to);
  if (former === undefined || latter === undefined) return [{ path, how: 'changed', from, to }];
  const keys = new Set([...latter.keys(), ...former.keys()]);
  const found = [...keys].flatMap((key) =>
    compare(former.get(key), latter.get(key), [...path, { entry: key }]),
  );
  return found.length > 0 ? found : [{ path, how: 'reordered' }];
}

/** The entries by a member that each of them has and no two share; a list without one is compared as a whole. */
function entriesByKey(list: readonly unknown[]): ReadonlyMap<string | number, unknown> | undefined {
  if (list.length === 0) return new Map();
  for (const member of ENTRY_KEYS) {
    const entries = new Map(list.map((entry) => [keyOfEntry(entry, member), entry] as const));
    if (!entries.has(undefined) && entries.size === list.length)
      return entries as Map<string | number, unknown>;
  }
  return undefined;
}

function keyOfEntry(entry: unknown, member: string): string | number | undefined {
  const key = at(entry, member);
  return typeof key === 'string' || typeof key === 'number' ? key : undefined;
}
