/**
 * What a change will do, told before anybody applies it. Two sets of objects in, answers out, each from a room of its own:
 *
 *     former, next ──► pairObjects ─┬─► objects: what is added, changed, removed
 *                                   ├─► initPlan: whether the init Job runs, and its steps
 *                                   ├─► rollouts: which pods are replaced, and why
 *                                   ├─► scaling, hosts
 *                                   └─► refused, lost, … : what to know before it is applied
 *
 * It knows manifests, not the cluster: what somebody changed there, or what has run there before, is not in it.
 */
import type { KubernetesObject } from '../k8s/object.ts';
import { hasErrors, type Result } from '../results.ts';
import { beatNotices } from './beats.ts';
import { certificateNotices } from './certificates.ts';
import { type HostChanges, hostChanges, hostNotices } from './hosts.ts';
import { type InitPlan, initPlan } from './init.ts';
import { lostNotices } from './lost.ts';
import { type ObjectChanges, pairObjects, toObjectChanges } from './objects.ts';
import { referenceNotices } from './references.ts';
import { refusedNotices } from './refused.ts';
import { type Rollout, rollouts } from './rollouts.ts';
import { type Scaling, scaling, scalingNotices } from './scaling.ts';

/** What a change will do. Its shape is that of `plan --format json`, described in `docs/plan.md`; members are only ever added. */
export interface Plan {
  /** What the API server would be asked for. */
  readonly objects: ObjectChanges;
  readonly init: InitPlan;
  readonly rollouts: readonly Rollout[];
  readonly scaling: readonly Scaling[];
  readonly hosts: HostChanges;
  /** What to know before it is applied; an error is a change that the API server refuses. */
  readonly notices: readonly Result[];
}

/** What it takes to get from the former objects to the next ones. Pure and total, whatever the objects hold. */
export function planChanges(former: readonly KubernetesObject[], next: readonly KubernetesObject[]): Plan {
  const pairs = pairObjects(former, next);
  const init = initPlan(pairs);
  const rolled = rollouts(pairs, init);
  const notices = [
    ...refusedNotices(pairs),
    ...lostNotices(pairs, rolled),
    ...beatNotices(pairs),
    ...scalingNotices(pairs),
    ...hostNotices(pairs),
    ...certificateNotices(pairs),
    ...referenceNotices(pairs, rolled),
  ];
  return {
    objects: toObjectChanges(pairs),
    init,
    rollouts: rolled,
    scaling: scaling(pairs),
    hosts: hostChanges(pairs),
    notices,
  };
}

/** Whether nothing would change. */
export function isEmpty({ objects }: Plan): boolean {
  return objects.added.length + objects.changed.length + objects.removed.length === 0;
}

/** Whether the API server would refuse some of it. */
export function isRefused({ notices }: Plan): boolean {
  return hasErrors(notices);
}
