/** Manifests without noise: members that say nothing are left out. */

type Loose<T> = { [Key in keyof T]: T[Key] | undefined };

/**
 * The object without members that are undefined, an empty list or an empty map, in the order written. Only the top level
 * is looked at. An empty map that means something (`emptyDir: {}`) is for the caller to keep.
 */
export function omitEmpty<T extends object>(object: Loose<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as T;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
