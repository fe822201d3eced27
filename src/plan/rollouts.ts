/** Which pods are replaced, how, and why. */
import type { KubernetesObject } from '../k8s/object.ts';
import { compare } from './compare.ts';
import { type FieldChange, toFieldChange } from './field.ts';
import type { InitPlan } from './init.ts';
import { nameOf, type ObjectName, type Pair } from './objects.ts';
import { isGated, templateOf, templatePath } from './pods.ts';
import { at, textAt } from './read.ts';

/** How pods are replaced. */
export type Manner =
  /** New pods start beside the old ones. */
  | 'rolling'
  /** Each pod stops before its successor starts. */
  | 'one-by-one'
  /** All stop before the first new one starts. */
  | 'recreate'
  /** New pods get no requests until all of them are switched to. */
  | 'blue-green'
  /** In steps that the object names. */
  | 'canary'
  /** Not before somebody deletes the pod. */
  | 'on-delete';

export interface Rollout extends ObjectName {
  readonly manner: Manner;
  /** Whether new pods wait at the gate for an init Job that runs with this change. */
  readonly waitsForInit: boolean;
  /** What differs in the pod template. */
  readonly fields: readonly FieldChange[];
}

export function rollouts(pairs: readonly Pair[], init: InitPlan): readonly Rollout[] {
  return pairs.flatMap(({ former, next }) => {
    if (former === undefined || next === undefined || !replacesPods(next)) return [];
    const fields = templateChanges(former, next);
    return fields.length === 0 ? [] : [toRollout(next, fields, init)];
  });
}

/** A Job never replaces its pods: its template can't change. A CronJob's next run is the first to have the new one. */
function replacesPods(object: KubernetesObject): boolean {
  return templatePath(object) !== undefined && object.kind !== 'Job' && object.kind !== 'CronJob';
}

function templateChanges(former: KubernetesObject, next: KubernetesObject): readonly FieldChange[] {
  const path = templatePath(next) ?? [];
  return compare(at(former, ...path), at(next, ...path), path).map((difference) =>
    toFieldChange(next, difference),
  );
}

function toRollout(object: KubernetesObject, fields: readonly FieldChange[], init: InitPlan): Rollout {
  const waitsForInit = init.runs && isGated(templateOf(object));
  return { ...nameOf(object), manner: mannerOf(object), waitsForInit, fields };
}

function mannerOf(object: KubernetesObject): Manner {
  const strategy = at(object, 'spec', 'strategy');
  if (object.kind === 'Rollout') return at(strategy, 'blueGreen') === undefined ? 'canary' : 'blue-green';
  if (object.kind === 'Deployment') return textAt(strategy, 'type') === 'Recreate' ? 'recreate' : 'rolling';
  // A ReplicaSet replaces no pod by itself.
  if (object.kind === 'ReplicaSet') return 'on-delete';
  return textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete' ? 'on-delete' : 'one-by-one';
}
