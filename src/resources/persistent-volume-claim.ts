/** PersistentVolumeClaim for uploads. */
import { COMPONENT_LABEL, MEDIA_COMPONENT } from '../k8s/labels.ts';
import type { PersistentVolumeClaim } from '../k8s/models.ts';
import type { MediaClaim, Stack } from '../stack/stack.ts';
import { claimSpec } from './parts/claim.ts';
import { metadata, stackLabels } from './parts/metadata.ts';

export function mediaClaim(stack: Stack, { name, ...claim }: MediaClaim): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata(stack, name, { ...stackLabels(stack), [COMPONENT_LABEL]: MEDIA_COMPONENT }),
    spec: claimSpec(claim),
  };
}
