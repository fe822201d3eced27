/** Values with the place they were written at. */
import type { FieldPath } from '../../results.ts';

export interface Sited<T> {
  readonly path: FieldPath;
  readonly value: T;
}

/** A value with its path; nothing for one that isn't there. */
export function one<T>(path: FieldPath, value: T | undefined): readonly Sited<T>[] {
  return value === undefined ? [] : [{ path, value }];
}

/** The entries of a list, each with its path; none for a list that isn't there. */
export function sited<T>(path: FieldPath, list: readonly T[] = []): readonly Sited<T>[] {
  return list.map((value, index) => ({ path: [...path, index], value }));
}

/** The entries of a map, by name (hosts sort keys, so the order written plays no part); none for a map that isn't there. */
export function sitedEntries<T>(
  path: FieldPath,
  map: Readonly<Record<string, T>> = {},
): readonly (Sited<T> & { readonly key: string })[] {
  return Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, path: [...path, key], value }));
}

/** The entries whose key an earlier entry has. */
export function repeated<T>(entries: readonly Sited<T>[], keyOf: (value: T) => string): readonly Sited<T>[] {
  const seen = new Set<string>();
  return entries.filter(({ value }) => {
    const key = keyOf(value);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Every text below a value, however deep. */
export function textsBelow(path: FieldPath, value: unknown): readonly Sited<string>[] {
  if (typeof value === 'string') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsBelow([...path, index], entry));
  if (typeof value !== 'object' || value === null) return [];
  return sitedEntries(path, value as Readonly<Record<string, unknown>>).flatMap((entry) =>
    textsBelow(entry.path, entry.value),
  );
}
