/**
 * Whose a generated object is. The mark names a MoneyPositive, the object lives in its namespace: by the two it is known,
 * so that stacks of one name in several namespaces keep apart.
 */
import { identityOf, type KubernetesObject } from '../k8s/object.ts';
import { ownerOf } from '../k8s/owner.ts';
import type { Source } from './sources.ts';

/** Name and namespace of a MoneyPositive, which may be there or not. */
export interface Owner {
  readonly name: string;
  readonly namespace: string;
}

/** What the objects of a MoneyPositive are known by. */
export function ownerOfSource({ item }: Source): Owner {
  const { name = '', namespace = '' } = item.object?.metadata ?? {};
  return { name, namespace };
}

/** The MoneyPositive that an object was generated from, or undefined for somebody else's object. */
export function ownerOfObject(object: KubernetesObject): Owner | undefined {
  const name = ownerOf(object);
  return name === undefined ? undefined : { name, namespace: identityOf(object).namespace };
}

/** The owner of a generated object as one string, for maps and sets; undefined for somebody else's object. */
export function ownerKeyOf(object: KubernetesObject): string | undefined {
  const owner = ownerOfObject(object);
  return owner && describeOwner(owner);
}

/** Whether the object was generated from one of these. */
export function isOwnedBy(object: KubernetesObject, owners: readonly Owner[]): boolean {
  const owner = ownerOfObject(object);
  return owner !== undefined && owners.some((other) => isSameOwner(owner, other));
}

function isSameOwner(one: Owner, other: Owner): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

/** `MoneyPositive shop/shop`. */
export function describeOwner({ name, namespace }: Owner): string {
  return `MoneyPositive ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** Where an object comes from, as part of a sentence about it. */
export function describeOrigin(object: KubernetesObject): string {
  const owner = ownerOfObject(object);
  return owner === undefined ? 'is not generated' : `is generated from ${describeOwner(owner)}`;
}
