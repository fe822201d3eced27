/** What a PersistentVolumeClaim asks for. */
import type { PersistentVolumeClaim } from '../../k8s/models.ts';
import type { MediaClaim } from '../../stack/stack.ts';

export function claimSpec({
  size,
  storageClassName,
  accessModes,
}: Omit<MediaClaim, 'name'>): NonNullable<PersistentVolumeClaim['spec']> {
  return {
    accessModes: [...accessModes],
    ...(storageClassName !== undefined && { storageClassName }),
    resources: { requests: { storage: size } },
  };
}
