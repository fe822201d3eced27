/** JSON that is the same for equal values, whatever the order of their keys. */

export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isMap(member) ? sortKeys(member) : member));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
