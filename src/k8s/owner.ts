/**
 * The owner mark: an annotation with the name of the MoneyPositive an object was generated from. The namespace is not part
 * of it: an object lives in its owner's namespace, and a tool that moves both (kpt's set-namespace) moves no annotation.
 */
import type { KubernetesObject } from './object.ts';

export const OWNER_ANNOTATION = 'moneypositive.coop/owner';

/** The name of the MoneyPositive an object was generated from, or undefined for somebody else's object. */
export function ownerOf(object: KubernetesObject): string | undefined {
  const owner: unknown = object.metadata?.annotations?.[OWNER_ANNOTATION];
  return typeof owner === 'string' ? owner : undefined;
}
