/** How many pods there are: numbers that change, and what becomes of them when an autoscaler takes over. */
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import { nameOf, type ObjectName, type Pair } from './objects.ts';
import { at, lookUp, textAt } from './read.ts';

/** A number of pods that changes; null where the manifests don't say it. */
export interface Scaling extends ObjectName {
  readonly field: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** The fields of each kind that say how many. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['replicas'],
  StatefulSet: ['replicas'],
  ReplicaSet: ['replicas'],
  Rollout: ['replicas'],
  HorizontalPodAutoscaler: ['minReplicas', 'maxReplicas'],
};

/** Changes of objects that are on both sides. */
export function scaling(pairs: readonly Pair[]): readonly Scaling[] {
  return pairs.flatMap(({ former, next }) =>
    former && next ? numbersOf(next).flatMap((field) => change(former, next, field)) : [],
  );
}

function numbersOf({ kind }: KubernetesObject): readonly string[] {
  return lookUp(NUMBERS, kind) ?? [];
}

function change(former: KubernetesObject, next: KubernetesObject, field: string): readonly Scaling[] {
  const [from, to] = [former, next].map((object) => numberAt(object, field));
  if (from === to) return [];
  return [{ ...nameOf(next), field: `spec.${field}`, from: from ?? null, to: to ?? null }];
}

function numberAt(object: KubernetesObject, field: string): number | undefined {
  const value = at(object, 'spec', field);
  return typeof value === 'number' ? value : undefined;
}

export function scalingNotices(pairs: readonly Pair[]): readonly Result[] {
  const scaled = new Set(pairs.flatMap(({ next }) => (next ? [targetOf(next)] : [])));
  return pairs.flatMap(({ former, next }) =>
    former && next && numbersOf(next).includes('replicas')
      ? replicasNotices(former, next, scaled.has(nameKey(next)))
      : [],
  );
}

function replicasNotices(
  former: KubernetesObject,
  next: KubernetesObject,
  isScaled: boolean,
): readonly Result[] {
  const [from, to] = [former, next].map((object) => numberAt(object, 'replicas'));
  const say = (message: string) => [notice('MP-PLAN-REPLICAS', next, message, 'spec.replicas')];
  if (from !== undefined && from > 1 && to === undefined) {
    const then = isScaled ? 'until the autoscaler raises it' : 'for good: nothing scales it';
    return say(`the number of pods is no longer given, so it falls from ${from} to 1, ${then}`);
  }
  if (to === 0 && from !== 0) return say('no pod is left');
  if (isScaled && to !== undefined && from !== to)
    return say('each time this is applied, it undoes what the autoscaler did');
  return [];
}

/** What an autoscaler scales, as a key. */
function targetOf(object: KubernetesObject): string {
  if (object.kind !== 'HorizontalPodAutoscaler' && object.kind !== 'ScaledObject') return '';
  const target = at(object, 'spec', 'scaleTargetRef');
  const kind = textAt(target, 'kind') ?? 'Deployment';
  return [kind, nameOf(object).namespace, textAt(target, 'name') ?? ''].join('|');
}

function nameKey(object: KubernetesObject): string {
  const { kind, namespace, name } = nameOf(object);
  return [kind, namespace, name].join('|');
}
