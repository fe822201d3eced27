/** Whose turn it is around the init Job: first what its pods need, then the Job, then everything that waits for it. */
import { COMPONENT_LABEL, INIT_COMPONENT } from '../k8s/labels.ts';
import type { Job } from '../k8s/models.ts';
import type { KubernetesObject } from '../k8s/object.ts';

export type Turn = 'needed' | 'init' | 'waiting';

/** Component of Redis: its workload and its Service. */
const REDIS_COMPONENT = 'redis';

/**
 * Kinds that the Job's pods can't do without. All network policies are among them: the one that denies must not come
 * before those that allow.
 */
const NEEDED_KINDS: ReadonlySet<string> = new Set(['ServiceAccount', 'ConfigMap', 'NetworkPolicy']);

/** The turn of a generated object. */
export function turnOf(object: KubernetesObject): Turn {
  // A claim may be bound only when its first pod is there, which is the Job's: who waited for it would wait for ever.
  if (isInitJob(object) || object.kind === 'PersistentVolumeClaim') return 'init';
  const isRedis = object.metadata?.labels?.[COMPONENT_LABEL] === REDIS_COMPONENT;
  return isRedis || NEEDED_KINDS.has(object.kind) ? 'needed' : 'waiting';
}

export function isInitJob(object: KubernetesObject): object is Job & KubernetesObject {
  return object.kind === 'Job' && object.metadata?.labels?.[COMPONENT_LABEL] === INIT_COMPONENT;
}
