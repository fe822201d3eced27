/**
 * The stage that knows the rest of the items: it puts generated objects among them. What is there already is updated in
 * its place, what is new stands after the object that comes before it, what is stale goes, and what is somebody else's is
 * never touched.
 */
import { isDeepStrictEqual } from 'node:util';
import { type KubernetesObject, keyOf } from '../k8s/object.ts';
import type { SourceDocument } from '../yaml/document.ts';
import { annotate, hostAnnotations } from './host-annotations.ts';
import type { Item } from './item.ts';
import { isOwnedBy, ownerOfSource } from './owners.ts';
import { isPrunable } from './prune.ts';
import type { Generated, Source } from './sources.ts';

/** An item of the output: as it came, with another content in its place, or new, from a MoneyPositive. */
export type MergedItem =
  | { readonly kind: 'kept'; readonly document: SourceDocument }
  | { readonly kind: 'replaced'; readonly document: SourceDocument; readonly value: KubernetesObject }
  | { readonly kind: 'added'; readonly source: Source; readonly value: KubernetesObject };

export interface MergeOptions {
  /** Whether a MoneyPositive stays among the items. */
  readonly keeps: (item: Item) => boolean;
  /** Annotations for a new object of one of the stacks: on kpt, the file it goes to. */
  readonly place: (
    object: KubernetesObject,
    generated: Generated,
    stacks: readonly Generated[],
  ) => Readonly<Record<string, string>>;
}

/** A generated object, and where it goes. */
interface Placed {
  readonly generated: Generated;
  readonly object: KubernetesObject;
  /** The item that holds it already. */
  readonly existing: Item | undefined;
  /** That item, or the one it stands after as a new object; undefined for the end. */
  readonly anchor: Item | undefined;
}

/** The output items in their order. There must be no conflict (`findConflicts`). */
export function mergeItems(
  items: readonly Item[],
  stacks: readonly Generated[],
  options: MergeOptions,
): readonly MergedItem[] {
  const placed = placeObjects(items, stacks);
  const leaving = leavingItems(items, stacks, placed, options);
  const at = groupByAnchor(placed);
  const written = (anchor: Item | undefined): readonly MergedItem[] =>
    (at.get(anchor) ?? []).map((one) => toMergedItem(one, stacks, options));
  return [
    ...items.flatMap((item) => (leaving.has(item) ? written(item) : [kept(item), ...written(item)])),
    ...written(undefined),
  ];
}

function placeObjects(items: readonly Item[], stacks: readonly Generated[]): readonly Placed[] {
  const present = itemsByIdentity(items);
  return stacks.flatMap((generated) => {
    let anchor = generated.source.isItem ? generated.source.item : undefined;
    return generated.objects.map((object) => {
      const existing = present.get(keyOf(object));
      anchor = existing ?? anchor;
      return { generated, object, existing, anchor };
    });
  });
}

/** The first item of each identity. */
function itemsByIdentity(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = item.object && keyOf(item.object);
    if (key !== undefined && !found.has(key)) found.set(key, item);
  }
  return found;
}

/** New objects of one anchor in their order; an anchor that is updated comes before what follows it. */
function groupByAnchor(placed: readonly Placed[]): ReadonlyMap<Item | undefined, readonly Placed[]> {
  const groups = new Map<Item | undefined, Placed[]>();
  for (const one of placed) {
    const group = groups.get(one.anchor);
    if (group) group.push(one);
    else groups.set(one.anchor, [one]);
  }
  return groups;
}

function toMergedItem(
  { generated, object, existing }: Placed,
  stacks: readonly Generated[],
  { place }: MergeOptions,
): MergedItem {
  if (existing?.object === undefined) {
    const value = annotate(object, place(object, generated, stacks));
    return { kind: 'added', source: generated.source, value };
  }
  const value = annotate(object, hostAnnotations(existing.object));
  if (isDeepStrictEqual(value, existing.object)) return kept(existing);
  return { kind: 'replaced', document: existing.document, value };
}

/**
 * Items that don't stay as they are: those a generated object is written over, what bears the mark of a MoneyPositive that
 * no longer gives it, or gives it once only, and MoneyPositives where the host wants none.
 */
function leavingItems(
  items: readonly Item[],
  stacks: readonly Generated[],
  placed: readonly Placed[],
  { keeps }: MergeOptions,
): ReadonlySet<Item> {
  const given = new Set(placed.map(({ object }) => keyOf(object)));
  const sources = new Set(stacks.map(({ source }) => source.item));
  const owners = stacks.map(({ source }) => ownerOfSource(source));
  const leaves = (item: Item, object: KubernetesObject): boolean => {
    if (sources.has(item)) return !keeps(item);
    if (!isOwnedBy(object, owners)) return false;
    return isPrunable(object) || given.has(keyOf(object));
  };
  return new Set(items.filter((item) => item.object !== undefined && leaves(item, item.object)));
}

function kept({ document }: Item): MergedItem {
  return { kind: 'kept', document };
}
