/** Which MoneyPositives there are: among the items, as the functionConfig, or both. */
import { isDeepStrictEqual } from 'node:util';
import { API_GROUP, KIND } from '../api/group.ts';
import { identityKey, identityOf, type KubernetesObject } from '../k8s/object.ts';
import type { Item } from './item.ts';

/** One MoneyPositive to expand. */
export interface Source {
  /** The item or the functionConfig. */
  readonly item: Item;
  /** Whether it stands among the items; a functionConfig that doesn't is nobody's to write. */
  readonly isItem: boolean;
}

/** What a MoneyPositive expands to; nothing where it has errors. */
export interface Generated {
  readonly source: Source;
  readonly objects: readonly KubernetesObject[];
}

/**
 * Whether an object is meant to be a MoneyPositive. Either of kind and group is enough: a typo in the other must be an
 * error, not an object that passes unseen.
 */
export function isMoneyPositive(object: KubernetesObject | undefined): boolean {
  return object !== undefined && (object.kind === KIND || identityOf(object).group === API_GROUP);
}

/** The MoneyPositives in their order; one that is both an item and the functionConfig counts once, as the item. */
export function findSources(items: readonly Item[], functionConfig: Item | undefined): readonly Source[] {
  const sources = items
    .filter(({ object }) => isMoneyPositive(object))
    .map((item) => ({ item, isItem: true }));
  if (functionConfig === undefined || !isMoneyPositive(functionConfig.object)) return sources;
  if (findTwin(items, functionConfig)) return sources;
  return [...sources, { item: functionConfig, isItem: false }];
}

/** Whether the functionConfig also stands among the items, with another content: which one should count can't be known. */
export function differsFromTwin(items: readonly Item[], functionConfig: Item | undefined): boolean {
  const twin = functionConfig && findTwin(items, functionConfig);
  return twin !== undefined && !isDeepStrictEqual(contentOf(twin), contentOf(functionConfig));
}

/** The item that is the MoneyPositive of the functionConfig, whatever its content. */
export function findTwin(items: readonly Item[], { object }: Item): Item | undefined {
  if (object === undefined || !isMoneyPositive(object)) return undefined;
  const key = identityKey(identityOf(object));
  return items.find((item) => item.object !== undefined && identityKey(identityOf(item.object)) === key);
}

/** What is the user's own: hosts add annotations to the one and not to the other. */
function contentOf(item: Item | undefined): unknown {
  const { metadata, ...content } = item?.object ?? {};
  return content;
}
