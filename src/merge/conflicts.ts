/** What keeps generated objects from being put among the items. */
import type { Code } from '../codes.ts';
import { describeIdentity, identityOf, type KubernetesObject, keyOf } from '../k8s/object.ts';
import type { Finding } from '../results.ts';
import type { Item } from './item.ts';
import { describeOrigin, describeOwner, isOwnedBy, ownerOfSource } from './owners.ts';
import { differsFromTwin, type Generated, type Source } from './sources.ts';

/** A finding about one MoneyPositive among others. */
export interface Conflict extends Finding {
  readonly source: Source;
}

/** Names that two MoneyPositives, or a MoneyPositive and somebody else, both hold. */
export function findConflicts(
  items: readonly Item[],
  functionConfig: Item | undefined,
  stacks: readonly Generated[],
): readonly Conflict[] {
  return [...twins(items, functionConfig), ...collisions(stacks), ...foreignObjects(items, stacks)];
}

function twins(items: readonly Item[], functionConfig: Item | undefined): readonly Conflict[] {
  if (functionConfig === undefined || !differsFromTwin(items, functionConfig)) return [];
  const message = 'this functionConfig also stands among the items, with another spec: keep one of them';
  return [conflict('MP-FUNCTION-CONFIG-DIFFERS', { item: functionConfig, isItem: false }, message)];
}

/** By identity, the MoneyPositive that is the object, or that gives it. */
type Holders = Map<string, Source>;

/** What two MoneyPositives give. One that stands twice is one finding: with it goes all that it gives. */
function collisions(stacks: readonly Generated[]): readonly Conflict[] {
  const holders: Holders = new Map();
  return stacks.flatMap(({ source, objects }) => {
    const twin = source.item.object && claim(source.item.object, source, holders);
    if (twin) return [conflict('MP-MERGE-COLLISION', source, twiceMessage(twin))];
    return objects.flatMap((object) => {
      const other = claim(object, source, holders);
      return other ? [conflict('MP-MERGE-COLLISION', source, collisionMessage(object, other))] : [];
    });
  });
}

/** The holder of the object's identity; where there is none, the source is from now on. */
function claim(object: KubernetesObject, source: Source, holders: Holders): Source | undefined {
  const key = keyOf(object);
  const holder = holders.get(key);
  if (holder === undefined) holders.set(key, source);
  return holder;
}

function twiceMessage({ item }: Source): string {
  const first = item.file === undefined ? '' : `, first in ${item.file.path}`;
  return `this MoneyPositive stands here twice${first}: rename or remove one of them`;
}

function collisionMessage(object: KubernetesObject, source: Source): string {
  const other = `${describeOwner(ownerOfSource(source))}${at(source.item)}`;
  return `${describe(object)} is generated from this MoneyPositive and from ${other}: rename one of them`;
}

/** Every item counts, also one that stands behind a generated object of the same identity. */
function foreignObjects(items: readonly Item[], stacks: readonly Generated[]): readonly Conflict[] {
  const sources = new Map(
    stacks.flatMap(({ source, objects }) => objects.map((object) => [keyOf(object), source] as const)),
  );
  return items.flatMap((item) => {
    const source = item.object && sources.get(keyOf(item.object));
    if (!item.object || !source || isOwnedBy(item.object, [ownerOfSource(source)])) return [];
    return [conflict('MP-MERGE-FOREIGN', source, foreignMessage(item, item.object))];
  });
}

function foreignMessage(item: Item, object: KubernetesObject): string {
  return `${describe(object)}${at(item)} ${describeOrigin(object)}, and this MoneyPositive would generate it too: rename or remove one of them`;
}

function at({ file }: Item): string {
  return file === undefined ? '' : ` (${file.path})`;
}

function conflict(code: Code, source: Source, message: string): Conflict {
  return { code, severity: 'error', message, path: ['metadata', 'name'], source };
}

function describe(object: KubernetesObject): string {
  return describeIdentity(identityOf(object));
}
