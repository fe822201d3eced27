/** What is never pruned. */

import { COMPONENT_LABEL, SCRIPTS_COMPONENT } from '../k8s/labels.ts';
import type { KubernetesObject } from '../k8s/object.ts';

/**
 * The scripts of an earlier version stay: pods of that version may restart, and can't start without the ConfigMap they
 * mount. Everything else that a MoneyPositive no longer gives goes.
 */
export function isPrunable({ metadata }: KubernetesObject): boolean {
  return metadata?.labels?.[COMPONENT_LABEL] !== SCRIPTS_COMPONENT;
}
