/** From the manifests of one side to the objects that would be applied. */
import {
  describeIdentity,
  identityOf,
  isKubernetesObject,
  type KubernetesObject,
} from '../../../k8s/object.ts';
import { toItem } from '../../../merge/item.ts';
import type { MergedItem } from '../../../merge/merge-items.ts';
import type { Result } from '../../../results.ts';
import { plainCopy } from '../../../yaml/value-document.ts';
import { checkDocuments } from '../../documents.ts';
import type { Manifest } from '../../manifest.ts';
import { expandManifests } from '../expand-manifests.ts';
import { UsageError } from '../failure.ts';
import { isLeftOut } from '../left-out.ts';
import { isTooLarge } from './size.ts';

export interface SideObjects {
  readonly objects: readonly KubernetesObject[];
  readonly results: readonly Result[];
}

/** What `render` would print, as objects. Nothing at all is fine: a first release has nothing to be compared with. */
export function objectsOfSide(manifests: readonly Manifest[]): SideObjects {
  const { items, owners, output, results } = expandManifests(manifests);
  const isExpected = ({ code }: Result) =>
    code === 'MP-NOTHING-FOUND' || (code === 'MP-MERGE-ORPHAN' && owners.length === 0);
  return {
    objects: output.flatMap(objectsOf).filter((object) => !isLeftOut(object)),
    results: [...checkDocuments(items), ...results.filter((result) => !isExpected(result))],
  };
}

/** A List, as `kubectl get -o yaml` prints it, stands for what is in it. */
function objectsOf(item: MergedItem): readonly KubernetesObject[] {
  if (item.kind !== 'kept') return [plainCopy(item.value)];
  const { object } = toItem(item.document);
  if (object === undefined) return [];
  if (isTooLarge(object)) {
    throw new UsageError(
      `${describeIdentity(identityOf(object))} is too large to compare: its aliases multiply`,
    );
  }
  const { items } = object as { readonly items?: unknown };
  return object.kind === 'List' && Array.isArray(items) ? items.filter(isKubernetesObject) : [object];
}
