/**
 * The fields of each kind that can't be changed. Source: the update validation of Kubernetes 1.33 to 1.37, by kind; a test
 * asks the API server's own code.
 */
import { identityOf, type KubernetesObject } from '../../k8s/object.ts';
import { lookUp } from '../read.ts';
import { fixedClaim } from './claim.ts';
import { fixedData } from './data.ts';
import { fixedJob } from './job.ts';
import type { FixedFields } from './same.ts';
import { fixedMembers, NO_VALUE } from './same.ts';
import { fixedService } from './service.ts';
import { fixedStatefulSet } from './stateful-set.ts';

const FIXED: Readonly<Record<string, FixedFields>> = {
  '|ConfigMap': fixedData,
  '|PersistentVolumeClaim': fixedClaim,
  '|Secret': fixedData,
  '|Service': fixedService,
  'apps|DaemonSet': fixedMembers({ 'spec.selector': NO_VALUE }),
  'apps|Deployment': fixedMembers({ 'spec.selector': NO_VALUE }),
  'apps|ReplicaSet': fixedMembers({ 'spec.selector': NO_VALUE }),
  'apps|StatefulSet': fixedStatefulSet,
  'batch|Job': fixedJob,
  'networking.k8s.io|IngressClass': fixedMembers({ 'spec.controller': NO_VALUE }),
  'rbac.authorization.k8s.io|ClusterRoleBinding': fixedMembers({ roleRef: NO_VALUE }),
  'rbac.authorization.k8s.io|RoleBinding': fixedMembers({ roleRef: NO_VALUE }),
  'scheduling.k8s.io|PriorityClass': fixedMembers({
    value: NO_VALUE,
    preemptionPolicy: 'PreemptLowerPriority',
  }),
  'storage.k8s.io|StorageClass': fixedMembers({
    parameters: NO_VALUE,
    provisioner: NO_VALUE,
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
  }),
};

/** The paths of fields that differ and may not; none for kinds that are not known here. */
export function fixedFields(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  const { group, kind } = identityOf(next);
  return lookUp(FIXED, `${group}|${kind}`)?.(former, next) ?? [];
}
