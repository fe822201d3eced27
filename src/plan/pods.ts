/** What makes pods, and the template it makes them of. */
import type { KubernetesObject } from '../k8s/object.ts';
import { RELEASE_VARIABLE } from '../release/placeholder.ts';
import { at, listAt, lookUp, textAt } from './read.ts';

/** Where a kind has its pod template. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Rollout: ['spec', 'template'],
};

/** The path of the pod template of a kind; undefined for one that makes no pods. */
export function templatePath({ kind }: KubernetesObject): readonly string[] | undefined {
  return lookUp(TEMPLATES, kind);
}

/** The pod template of an object, or undefined. */
export function templateOf(object: KubernetesObject): unknown {
  const path = templatePath(object);
  return path && at(object, ...path);
}

/** The containers of a pod template in the order they start. */
export function containersOf(template: unknown): readonly unknown[] {
  return [...listAt(template, 'spec', 'initContainers'), ...listAt(template, 'spec', 'containers')];
}

/** The literal value of a variable of a container. */
export function literal(container: unknown, name: string): string | undefined {
  return textAt(
    listAt(container, 'env').find((variable) => textAt(variable, 'name') === name),
    'value',
  );
}

/** Whether pods of this template wait for a release: an init container of theirs, the gate, knows it. */
export function isGated(template: unknown): boolean {
  return listAt(template, 'spec', 'initContainers').some(
    (container) => literal(container, RELEASE_VARIABLE) !== undefined,
  );
}
