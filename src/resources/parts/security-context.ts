/** Security contexts of the profiles. Source: Kubernetes, Pod Security Standards. */
import type { PodSecurityContext, SecurityContext } from '../../k8s/models.ts';
import { omitEmpty } from '../../k8s/omit-empty.ts';
import type { Security } from '../../stack/stack.ts';

/** The pod's part: who it runs as. */
export function podSecurityContext(security: Security): PodSecurityContext {
  const { profile, runAsUser, runAsGroup, fsGroup } = security;
  return omitEmpty<PodSecurityContext>({
    runAsNonRoot: profile === 'restricted' ? true : undefined,
    runAsUser,
    runAsGroup,
    fsGroup,
    // Volumes of many files: the kubelet changes their group only when the root directory's is another.
    fsGroupChangePolicy: fsGroup === undefined ? undefined : 'OnRootMismatch',
    seccompProfile: profile === 'none' ? undefined : { type: 'RuntimeDefault' },
  });
}

/** The container's part: what it may do. */
export function containerSecurityContext({ profile, readOnlyRootFilesystem }: Security): SecurityContext {
  return omitEmpty<SecurityContext>({
    allowPrivilegeEscalation: profile === 'none' ? undefined : false,
    readOnlyRootFilesystem: readOnlyRootFilesystem || undefined,
    capabilities: profile === 'restricted' ? { drop: ['ALL'] } : undefined,
  });
}
