/**
 * The stage that knows the rest of the items: it puts generated objects among them. What is there already is updated in
 * its place, what is new stands after the object that comes before it, what is stale goes, and what is somebody else's is
 * never touched.
 */
import { isDeepStrictEqual } from 'node:util';
import { identityKey, identityOf, type KubernetesObject } from '../k8s/object.ts';
import type { SourceDocument } from '../yaml/document.ts';
import { annotate, hostAnnotations } from './host-annotations.ts';
import type { Item } from './item.ts';
import { isPrunable } from './prune.ts';
import { type Generated, isOwnedBy, ownerOfStack, type Source } from './sources.ts';

/** An item of the output: as it came, with another content in its place, or new, from a MoneyPositive. */
export type MergedItem =
  | { readonly kind: 'kept'; readonly document: SourceDocument }
  | { readonly kind: 'replaced'; readonly document: SourceDocument; readonly value: KubernetesObject }
  | { readonly kind: 'added'; readonly source: Source; readonly value: KubernetesObject };

export interface MergeOptions {
  /** Whether a MoneyPositive stays among the items. */
  readonly keeps: (item: Item) => boolean;
  /** Annotations for a new object: on kpt, the file it goes to. */
  readonly place: (object: KubernetesObject, generated: Generated) => Readonly<Record<string, string>>;
}

/** The output items in their order. There must be no conflict (`findConflicts`). */
export function mergeItems(
  items: readonly Item[],
  stacks: readonly Generated[],
  options: MergeOptions,
): readonly MergedItem[] {
  const plan = planMerge(items, stacks, options);
  const owners = new Set(stacks.map(({ source }) => source.item));
  const outputOf = (item: Item): readonly MergedItem[] => {
    if (plan.stale.has(item) || (owners.has(item) && !options.keeps(item))) return [];
    const value = plan.updates.get(item);
    return [
      value
        ? { kind: 'replaced', document: item.document, value }
        : { kind: 'kept', document: item.document },
    ];
  };
  return [
    ...items.flatMap((item) => [...outputOf(item), ...plan.additionsAfter(item)]),
    ...plan.additionsAfter(undefined),
  ];
}

interface MergePlan {
  readonly updates: ReadonlyMap<Item, KubernetesObject>;
  readonly stale: ReadonlySet<Item>;
  readonly additionsAfter: (item: Item | undefined) => readonly MergedItem[];
}

function planMerge(items: readonly Item[], stacks: readonly Generated[], { place }: MergeOptions): MergePlan {
  const present = itemsByIdentity(items);
  const updates = new Map<Item, KubernetesObject>();
  const additions = new Map<Item | undefined, MergedItem[]>();
  for (const generated of stacks) {
    let anchor = generated.source.isItem ? generated.source.item : undefined;
    for (const object of generated.objects) {
      const existing = present.get(identityKey(identityOf(object)));
      if (existing?.object) {
        anchor = existing;
        const value = annotate(object, hostAnnotations(existing.object));
        if (!isDeepStrictEqual(value, existing.object)) updates.set(existing, value);
      } else {
        const value = annotate(object, place(object, generated));
        additions.set(anchor, [
          ...(additions.get(anchor) ?? []),
          { kind: 'added', source: generated.source, value },
        ]);
      }
    }
  }
  return {
    updates,
    stale: staleItems(items, stacks),
    additionsAfter: (item) => additions.get(item) ?? [],
  };
}

/** Objects that bear the mark of a MoneyPositive which no longer gives them. */
function staleItems(items: readonly Item[], stacks: readonly Generated[]): ReadonlySet<Item> {
  const given = new Set(
    stacks.flatMap(({ objects }) => objects.map((object) => identityKey(identityOf(object)))),
  );
  const owners = stacks.map(ownerOfStack);
  return new Set(
    items.filter(
      ({ object }) =>
        object !== undefined &&
        isPrunable(object) &&
        owners.some((owner) => isOwnedBy(object, owner)) &&
        !given.has(identityKey(identityOf(object))),
    ),
  );
}

/** The items that are objects, by identity; the first of several, since a chart may hold one both as hook and template. */
export function itemsByIdentity(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    if (item.object === undefined) continue;
    const key = identityKey(identityOf(item.object));
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}
