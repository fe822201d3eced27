/** ServiceAccount of the stack's own. */
import type { ServiceAccount as ServiceAccountObject } from '../k8s/models.ts';
import type { ServiceAccount, Stack } from '../stack/stack.ts';
import { metadata, stackLabels } from './parts/metadata.ts';

export function serviceAccount(stack: Stack, account: ServiceAccount): ServiceAccountObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadata(stack, account.name, stackLabels(stack), account.annotations),
    automountServiceAccountToken: account.automountServiceAccountToken,
  };
}
