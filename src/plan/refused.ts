/** Changes that the API server refuses: fields that can't be changed once an object is there. */
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { fixedFields } from './fixed/index.ts';
import { notice } from './notice.ts';
import type { Pair } from './objects.ts';
import { lookUp } from './read.ts';

/** How to get there all the same, by kind. */
const WAYS: Readonly<Record<string, string>> = {
  StatefulSet:
    'delete the StatefulSet and apply again (its pods stop; its claims stay, each with the size it has)',
  Deployment: 'delete the Deployment and apply again (its pods stop), or give it another name',
  Job: 'delete the Job and apply again, or give it another name',
  PersistentVolumeClaim: 'make another claim and copy what it holds',
};

export function refusedNotices(pairs: readonly Pair[]): readonly Result[] {
  return pairs.flatMap(({ former, next }) =>
    former && next ? fixedFields(former, next).map((field) => refused(next, field)) : [],
  );
}

function refused(object: KubernetesObject, field: string): Result {
  const way = lookUp(WAYS, object.kind) ?? 'delete the object and apply again';
  return notice('MP-PLAN-REFUSED', object, `the API server refuses to change this field: ${way}`, field);
}
