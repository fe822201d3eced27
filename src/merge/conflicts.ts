/** What keeps generated objects from being put among the items. */
import type { Code } from '../codes.ts';
import { describeIdentity, identityKey, identityOf, type KubernetesObject } from '../k8s/object.ts';
import { ownerOf } from '../k8s/owner.ts';
import type { Finding } from '../results.ts';
import type { Item } from './item.ts';
import { itemsByIdentity } from './merge-items.ts';
import { differsFromTwin, type Generated, isOwnedBy, ownerOfStack, type Source } from './sources.ts';

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

function collisions(stacks: readonly Generated[]): readonly Conflict[] {
  const holders = new Map<string, Generated>();
  return eachObject(stacks, (generated, object) => {
    const key = identityKey(identityOf(object));
    const other = holders.get(key);
    holders.set(key, generated);
    if (other === undefined) return [];
    const { name, namespace } = ownerOfStack(other);
    const owner = namespace === '' ? name : `${namespace}/${name}`;
    const message = `${describe(object)} is generated from this MoneyPositive and from MoneyPositive ${owner}`;
    return [conflict('MP-MERGE-COLLISION', generated.source, message)];
  });
}

function foreignObjects(items: readonly Item[], stacks: readonly Generated[]): readonly Conflict[] {
  const present = itemsByIdentity(items);
  return eachObject(stacks, (generated, object) => {
    const existing = present.get(identityKey(identityOf(object)));
    if (existing?.object === undefined || isOwnedBy(existing.object, ownerOfStack(generated))) return [];
    return [conflict('MP-MERGE-FOREIGN', generated.source, foreignMessage(existing, existing.object))];
  });
}

function foreignMessage({ file }: Item, existing: KubernetesObject): string {
  const owner = ownerOf(existing);
  const place = file === undefined ? '' : ` (${file.path})`;
  const whose = owner === undefined ? 'is not generated' : `is generated from MoneyPositive ${owner}`;
  return `${describe(existing)}${place} ${whose}, and this MoneyPositive would generate it too: rename or remove one of them`;
}

function eachObject(
  stacks: readonly Generated[],
  check: (generated: Generated, object: KubernetesObject) => readonly Conflict[],
): readonly Conflict[] {
  return stacks.flatMap((generated) => generated.objects.flatMap((object) => check(generated, object)));
}

function conflict(code: Code, source: Source, message: string): Conflict {
  return { code, severity: 'error', message, path: ['metadata', 'name'], source };
}

function describe(object: KubernetesObject): string {
  return describeIdentity(identityOf(object));
}
