/** What is gone after a change and doesn't come back when the change is taken back. */
import { COMPONENT_LABEL } from '../k8s/labels.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import { describeObject, nameOf, type Pair } from './objects.ts';
import { listAt, textAt } from './read.ts';
import type { Rollout } from './rollouts.ts';

/** Kinds that take everything in them along. */
const CONTAINERS_OF: Readonly<Record<string, string>> = {
  Namespace: 'with everything in it',
  CustomResourceDefinition: 'with every object of its kind',
};

export function lostNotices(pairs: readonly Pair[], rolled: readonly Rollout[]): readonly Result[] {
  const replaced = new Set(rolled.map(describeObject));
  return pairs.flatMap(({ former, next }) => {
    if (former === undefined) return [];
    if (next === undefined) return removedNotices(former);
    return replaced.has(describeObject(nameOf(next))) ? emptiedRedis(former) : [];
  });
}

function removedNotices(object: KubernetesObject): readonly Result[] {
  switch (object.kind) {
    case 'PersistentVolumeClaim':
      return [
        notice(
          'MP-PLAN-VOLUME-LOST',
          object,
          'the claim is removed, and what it holds with it unless its volume is retained',
        ),
      ];
    case 'Secret':
      return [notice('MP-PLAN-SECRET-LOST', object, 'the Secret is removed with the values in it')];
    case 'StatefulSet':
      return claimsOf(object);
    case 'Namespace':
    case 'CustomResourceDefinition':
      return [notice('MP-PLAN-EVERYTHING-LOST', object, `it is removed ${CONTAINERS_OF[object.kind]}`)];
    default:
      return emptiedRedis(object);
  }
}

/** A StatefulSet leaves what it claimed, unless told otherwise. */
function claimsOf(object: KubernetesObject): readonly Result[] {
  const claims = listAt(object, 'spec', 'volumeClaimTemplates');
  if (claims.length === 0) return emptiedRedis(object);
  const policy = textAt(object, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted');
  if (policy === 'Delete') {
    return [
      notice('MP-PLAN-VOLUME-LOST', object, 'it is removed, and its claims with it, with what they hold'),
    ];
  }
  return [
    notice(
      'MP-PLAN-CLAIM-KEPT',
      object,
      'it is removed; its claims stay, with what they hold, until somebody deletes them',
    ),
  ];
}

/** A Redis that claims nothing has its tasks in its pod. */
function emptiedRedis(object: KubernetesObject): readonly Result[] {
  const isRedis =
    object.kind === 'StatefulSet' && textAt(object, 'metadata', 'labels', COMPONENT_LABEL) === 'redis';
  if (!isRedis || listAt(object, 'spec', 'volumeClaimTemplates').length > 0) return [];
  return [
    notice(
      'MP-PLAN-QUEUE-LOST',
      object,
      'its pod goes, and with it the tasks that are queued: nothing is stored',
    ),
  ];
}
