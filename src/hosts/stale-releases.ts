/**
 * Init Jobs that were changed after they were generated. Their name is a hash of what the API server lets nobody change, so
 * it would refuse the change, and pods would wait for a release that no Job records, or start before it.
 */
import type { KubernetesObject } from '../k8s/object.ts';
import { locate } from '../locate.ts';
import type { Item } from '../merge/item.ts';
import { isOwnedBy, ownerKeyOf, ownerOfObject, ownerOfSource } from '../merge/owners.ts';
import type { Source } from '../merge/sources.ts';
import { isAsReleased, releasesIn } from '../release/recorded.ts';
import type { Result } from '../results.ts';

/** Errors about the generated objects that stay as they are; those of the sources are made anew, or go. */
export function checkReleases(items: readonly Item[], sources: readonly Source[]): readonly Result[] {
  const owners = sources.map(ownerOfSource);
  const staying = items.filter(({ object }) => isRendered(object) && !isOwnedBy(object, owners));
  const names = new Set(items.map(({ object }) => object?.metadata?.name ?? ''));
  const recorded = releasesByOwner(staying);
  return staying.flatMap((item) => {
    if (item.object === undefined) return [];
    if (!isAsReleased(item.object, names)) return [locate(STALE, item)];
    const there = recorded.get(ownerKeyOf(item.object) ?? '');
    const isWaiting = there && releasesIn(item.object).some((release) => !there.has(release));
    return isWaiting ? [locate(UNRECORDED, item)] : [];
  });
}

/** Generated objects from a renderer. What the API server hands out bears a uid; it has filled in defaults, and accepted it. */
export function isRendered(object: KubernetesObject | undefined): object is KubernetesObject {
  if (object === undefined || ownerOfObject(object) === undefined) return false;
  return !Object.hasOwn(object.metadata ?? {}, 'uid');
}

const STALE = {
  code: 'MP-RELEASE-STALE',
  severity: 'error',
  message:
    'this init Job was changed after it was generated, and its name was not: the cluster refuses that; change the MoneyPositive instead (`spec.version`, `spec.podLabels`, `spec.podAnnotations`), and let this function run last',
  path: ['spec', 'template'],
} as const;

const UNRECORDED = {
  code: 'MP-RELEASE-UNRECORDED',
  severity: 'error',
  message:
    'this waits for a release that no init Job here records, and would wait for ever: render all objects of the stack anew, together',
  path: [],
} as const;

function releasesByOwner(items: readonly Item[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { object } of items) {
    if (object?.kind !== 'Job') continue;
    const key = ownerKeyOf(object) ?? '';
    found.set(key, new Set([...(found.get(key) ?? []), ...releasesIn(object)]));
  }
  return found;
}
