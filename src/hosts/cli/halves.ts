/**
 * The halves that `--only init` and `--except init` print: to apply the first, wait for the Job, and apply the second.
 * Every object is in one of them and none in both.
 */
import type { KubernetesObject } from '../../k8s/object.ts';
import { ownerKeyOf } from '../../merge/owners.ts';
import { isInitJob, turnOf } from '../../release/turns.ts';
import type { Result } from '../../results.ts';

/** What the command line asks for; nothing, or one of the two. */
export interface Choice {
  readonly only?: 'init';
  readonly except?: 'init';
}

/** There is no first half. */
export const NO_INIT: Result = {
  code: 'MP-INIT-NONE',
  severity: 'warning',
  message: 'no stack here has an init Job: `--only init` prints nothing, `--except init` everything',
};

/**
 * What belongs to the first half: what the init Jobs among the objects need, and the Jobs. What isn't generated is part of
 * it too, since it may be a Secret that a Job reads; of a stack without a Job everything can wait.
 */
export function firstHalf(objects: readonly KubernetesObject[]): ReadonlySet<KubernetesObject> {
  const owners = new Set(objects.filter(isInitJob).flatMap((job) => ownerKeyOf(job) ?? []));
  const isFirst = (object: KubernetesObject): boolean => {
    const owner = ownerKeyOf(object);
    if (owner === undefined) return owners.size > 0;
    return owners.has(owner) && turnOf(object) !== 'waiting';
  };
  return new Set(objects.filter(isFirst));
}
