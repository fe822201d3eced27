/** Files that a new object can't be written to. kpt refuses them too, but can't say what to do about it. */
import { describeIdentity, identityOf, isKubernetesObject, type KubernetesObject } from '../../k8s/object.ts';
import { locate } from '../../locate.ts';
import type { MergedItem } from '../../merge/merge-items.ts';
import { describeOrigin } from '../../merge/owners.ts';
import type { Result } from '../../results.ts';
import { fileOf } from './files.ts';

/** Errors for new objects whose place is taken by an item that stays. */
export function checkFiles(output: readonly MergedItem[]): readonly Result[] {
  const holders = holdersByPlace(output);
  return output.flatMap((item) => {
    const place = item.kind === 'added' ? placeOf(item.value) : undefined;
    const holder = place && holders.get(place);
    if (item.kind !== 'added' || !holder) return [];
    const message = messageFor(item.value, holder);
    return [
      locate(
        { code: 'MP-FILE-FOREIGN', severity: 'error', message, path: ['metadata', 'name'] },
        item.source.item,
      ),
    ];
  });
}

function holdersByPlace(output: readonly MergedItem[]): ReadonlyMap<string, KubernetesObject> {
  const holders = new Map<string, KubernetesObject>();
  for (const item of output) {
    if (item.kind === 'added') continue;
    const object = item.kind === 'replaced' ? item.value : item.document.value;
    const place = isKubernetesObject(object) ? placeOf(object) : undefined;
    if (place !== undefined && isKubernetesObject(object)) holders.set(place, object);
  }
  return holders;
}

/** A file, and which of its documents. */
function placeOf(object: KubernetesObject): string | undefined {
  const file = fileOf(object);
  return file && `${file.path} ${file.index ?? 0}`;
}

function messageFor(object: KubernetesObject, holder: KubernetesObject): string {
  const [wanted, held] = [object, holder].map((each) => describeIdentity(identityOf(each)));
  const path = fileOf(object)?.path;
  return `${path} holds ${held}, which ${describeOrigin(holder)}, and ${wanted} would be written to it: move it to another file, or delete it if it is stale`;
}
