/** From the manifests that were read to what they expand to; what `render` and `validate` have in common. */
import { expandItems } from '../../expand.ts';
import type { Item } from '../../merge/item.ts';
import type { MergedItem } from '../../merge/merge-items.ts';
import { type Owner, ownerOfSource } from '../../merge/owners.ts';
import { findSources } from '../../merge/sources.ts';
import type { Result } from '../../results.ts';
import { nothingFound } from '../documents.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import { checkOrphans } from '../orphans.ts';
import { checkReleases } from '../stale-releases.ts';

/** All manifests together: several MoneyPositives must not claim one object, nor one that stands in another file. */
export interface ExpandedManifests {
  readonly items: readonly Item[];
  /** The MoneyPositives, by what their objects are known by. */
  readonly owners: readonly Owner[];
  readonly output: readonly MergedItem[];
  /** Among them an error where there is no MoneyPositive at all. */
  readonly results: readonly Result[];
}

export function expandManifests(manifests: readonly Manifest[]): ExpandedManifests {
  const readings = manifests.map(readManifest);
  const items = readings.flatMap((reading) => reading.items);
  const { output, results } = expandItems(items, undefined, { keeps: () => false, place: () => ({}) });
  const sources = findSources(items, undefined);
  return {
    items,
    owners: sources.map(ownerOfSource),
    output,
    results: [
      ...readings.flatMap((reading) => reading.results),
      ...nothingFound(results, placesOf(manifests)),
      ...checkOrphans(items, sources),
      ...checkReleases(items, sources),
    ],
  };
}

function placesOf(manifests: readonly Manifest[]): string {
  const [first, ...others] = manifests.map(({ path }) => path);
  if (others.length === 0) return String(first);
  return `${first} and ${others.length} more ${others.length === 1 ? 'file' : 'files'}`;
}
