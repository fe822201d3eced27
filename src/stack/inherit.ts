/** How a component inherits from the top of `spec`: maps merge by key, keyed lists by their key, the component's own wins. */

/** Both lists, an entry of `own` in the place of the inherited one with the same key. */
export function mergeByKey<T>(
  inherited: readonly T[] | undefined = [],
  own: readonly T[] | undefined = [],
  keyOf: (entry: T) => string,
): readonly T[] {
  const merged = new Map(inherited.map((entry) => [keyOf(entry), entry]));
  for (const entry of own) merged.set(keyOf(entry), entry);
  return [...merged.values()];
}

/** Both maps, the own value of a key over the inherited one. */
export function mergeMaps<T>(
  inherited: Readonly<Record<string, T>> | undefined,
  own: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, T>> {
  return { ...inherited, ...own };
}
