/** A difference as it is told: its path always, its values only where they can't be secret. */

import { VERSION_LABEL } from '../k8s/labels.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Difference, Path, Step } from './compare.ts';
import { printable } from './printable.ts';
import { lookUp } from './read.ts';

/** One field that differs. */
export interface FieldChange {
  /** `spec.template.spec.containers[app].image`; entries of lists by their name, where they have one. */
  readonly path: string;
  readonly how: Difference['how'];
  /** The former and the next value, of the few fields that never hold a secret. */
  readonly from?: string | number;
  readonly to?: string | number;
}

/**
 * Fields whose values are told, by kind (`*` for whatever makes pods). Everything else may be a secret that somebody wrote
 * where it doesn't belong: variables, arguments, annotations, data.
 */
const TOLD: Readonly<Record<string, RegExp>> = {
  Deployment: /^spec\.replicas$/,
  StatefulSet: /^spec\.replicas$/,
  HorizontalPodAutoscaler: /^spec\.(?:min|max)Replicas$/,
  PersistentVolumeClaim: /^spec\.(?:storageClassName|resources\.requests\.storage)$/,
};

const PODS_OF = /^(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Rollout)$/;
const TOLD_OF_PODS =
  /^spec\.(?:jobTemplate\.spec\.)?template\.spec\.(?:initC|c)ontainers\[[^\]]+\]\.(?:image|resources\.(?:requests|limits)\.(?:cpu|memory))$/;

/** What an image, a quantity or a version may look like; anything else in such a field is not told either. */
const HARMLESS = /^[\w.+/:@-]{1,300}$/;

export function toFieldChange(object: KubernetesObject, difference: Difference): FieldChange {
  const path = pathText(difference.path);
  const { how, from, to } = difference;
  if (!isTold(object.kind, difference.path, path)) return { path, how };
  return { path, how, ...told('from', from), ...told('to', to) };
}

function isTold(kind: string, steps: Path, path: string): boolean {
  if (steps.at(-1) === VERSION_LABEL && steps.at(-2) === 'labels') return true;
  return lookUp(TOLD, kind)?.test(path) || (PODS_OF.test(kind) && TOLD_OF_PODS.test(path));
}

function told(member: 'from' | 'to', value: unknown): Partial<FieldChange> {
  if (typeof value === 'number') return { [member]: value };
  return typeof value === 'string' && HARMLESS.test(value) ? { [member]: value } : {};
}

/** A path as people write it. */
function pathText(path: Path): string {
  return path.map(stepText).join('');
}

function stepText(step: Step, index: number): string {
  if (typeof step !== 'string') return `[${printable(String(step.entry))}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${printable(JSON.stringify(step))}]`;
  return index === 0 ? step : `.${step}`;
}
