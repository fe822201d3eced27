/** Objects that tools read and that never go to a cluster: rendering leaves them out. */
import { identityOf, type KubernetesObject } from '../../k8s/object.ts';
import { isLocalConfig } from '../krm/local-config.ts';

/** kustomize's kinds have a group of their own; Flux's Kustomization is of another one, and goes to the cluster. */
const KUSTOMIZE_GROUP = 'kustomize.config.k8s.io';
const KPT_GROUP = 'kpt.dev';

/** Whether an object is for tools alone: marked as local config, a Kptfile, a kustomization or a part of one. */
export function isLeftOut(object: KubernetesObject): boolean {
  const { group, kind } = identityOf(object);
  return group === KUSTOMIZE_GROUP || (group === KPT_GROUP && kind === 'Kptfile') || isLocalConfig(object);
}
