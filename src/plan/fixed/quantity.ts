/** Amounts, compared as amounts: `1Gi` is `1024Mi`. */
import { parseQuantity } from '../../k8s/quantity.ts';

/** The amount, or what stands in its place where it is none. */
export function amount(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  return parseQuantity(value) ?? value;
}
