/** Every object and list in a value, at any depth and as often as it is there: what two values could share. */
export function partsOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}
