/** What a validator answers on kustomize, which takes none of the items back: not even unchanged ones are equal to it. */
import { API_VERSION } from '../../api/group.ts';
import type { OutputItem } from '../../yaml/resource-list.ts';

/**
 * One object that isn't among the items. Under `validators` kustomize drops it. Under `transformers`, where it doesn't belong, the
 * function can't tell the difference, and kustomize deletes every item that is not in the answer; an empty one would delete
 * everything without a word, and this one is what `kubectl apply` stops at: no cluster knows the kind.
 */
export const VALIDATED: readonly OutputItem[] = [
  {
    kind: 'added',
    value: {
      apiVersion: API_VERSION,
      kind: 'ModeValidateBelongsUnderValidators',
      metadata: { name: 'moneypositive' },
    },
  },
];
