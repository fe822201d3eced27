/** How large a value is with its aliases written out: a few lines of YAML can stand for more than any memory holds. */

/** More than the largest custom resource definitions have, by far. */
const MOST = 1_000_000;

/** Whether a value has too many members to be looked at one by one. Stops counting there. */
export function isTooLarge(value: unknown): boolean {
  const waiting: unknown[] = [value];
  for (let count = 0; waiting.length > 0; count++) {
    if (count > MOST) return true;
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next));
  }
  return false;
}
