/**
 * Generated objects that nothing looks after any more. Where objects stay in files, those of a MoneyPositive that was renamed
 * would be applied beside the new ones: two stacks, two beats.
 */
import { locate } from '../locate.ts';
import type { Item } from '../merge/item.ts';
import { describeOwner, isOwnedBy, ownerOfObject, ownerOfSource } from '../merge/owners.ts';
import type { Source } from '../merge/sources.ts';
import type { Result } from '../results.ts';

/**
 * A warning for each MoneyPositive that has objects in files here, and isn't here itself. It is no error, and nothing is
 * deleted: the host may have been asked to look at a part of the files only.
 */
export function checkOrphans(items: readonly Item[], sources: readonly Source[]): readonly Result[] {
  return [...orphansByOwner(items, sources)].flatMap(([owner, [first, ...others]]) =>
    first === undefined ? [] : [orphanResult(owner, first, others.length)],
  );
}

function orphansByOwner(items: readonly Item[], sources: readonly Source[]): ReadonlyMap<string, Item[]> {
  const owners = sources.map(ownerOfSource);
  const orphans = new Map<string, Item[]>();
  for (const item of items) {
    if (item.file === undefined || item.object === undefined || isOwnedBy(item.object, owners)) continue;
    const owner = ownerOfObject(item.object);
    if (owner === undefined) continue;
    const name = describeOwner(owner);
    orphans.set(name, [...(orphans.get(name) ?? []), item]);
  }
  return orphans;
}

function orphanResult(owner: string, item: Item, more: number): Result {
  const [what, them] =
    more === 0
      ? ['this object is', 'it']
      : [`this and ${more} more ${more === 1 ? 'object' : 'objects'} are`, 'them'];
  const message = `${what} generated from ${owner}, which is not here: if it was renamed, moved or removed, delete ${them}`;
  return locate({ code: 'MP-MERGE-ORPHAN', severity: 'warning', message, path: [] }, item);
}
