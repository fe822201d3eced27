/** Two beats send every task twice. One StatefulSet has never more than one pod; two of them do. */
import { COMPONENT_LABEL } from '../k8s/labels.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import { describeObject, nameOf, type Pair } from './objects.ts';
import { textAt } from './read.ts';

/** A warning where one beat comes and another one goes: nothing makes the one wait for the other. */
export function beatNotices(pairs: readonly Pair[]): readonly Result[] {
  const [leaving] = pairs.flatMap(({ former, next }) =>
    next === undefined && isBeat(former) ? [former] : [],
  );
  if (leaving === undefined) return [];
  return pairs.flatMap(({ former, next }) =>
    former === undefined && isBeat(next) ? [twice(next, leaving)] : [],
  );
}

function isBeat(object: KubernetesObject): boolean {
  return textAt(object, 'metadata', 'labels', COMPONENT_LABEL) === 'beat' && object.kind === 'StatefulSet';
}

function twice(next: KubernetesObject, leaving: KubernetesObject): Result {
  const message = `it starts while ${describeObject(nameOf(leaving))} still runs: scale that one to 0 before, and delete it`;
  return notice('MP-PLAN-TWO-BEATS', next, message);
}
