/** Which objects a change touches. */
import { identityOf, type KubernetesObject, keyOf } from '../k8s/object.ts';
import { compare } from './compare.ts';
import { type FieldChange, toFieldChange } from './field.ts';
import { printable } from './printable.ts';

/** An object before and after; one of the two may not be there. */
export type Pair =
  | { readonly former: KubernetesObject; readonly next: KubernetesObject }
  | { readonly former: KubernetesObject; readonly next: undefined }
  | { readonly former: undefined; readonly next: KubernetesObject };

/** What names an object. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface ChangedObject extends ObjectName {
  readonly fields: readonly FieldChange[];
}

export interface ObjectChanges {
  readonly added: readonly ObjectName[];
  readonly changed: readonly ChangedObject[];
  readonly removed: readonly ObjectName[];
  /** How many are the same on both sides. */
  readonly unchanged: number;
}

/** Pairs of one identity: the next objects in their order, then the former ones that go. Of two equal ones the last counts. */
export function pairObjects(
  former: readonly KubernetesObject[],
  next: readonly KubernetesObject[],
): readonly Pair[] {
  const before = new Map(former.map((object) => [keyOf(object), object]));
  const after = new Map(next.map((object) => [keyOf(object), object]));
  return [
    ...[...after].map(([key, object]): Pair => ({ former: before.get(key), next: object }) as Pair),
    ...[...before].flatMap(([key, object]): Pair[] =>
      after.has(key) ? [] : [{ former: object, next: undefined }],
    ),
  ];
}

export function toObjectChanges(pairs: readonly Pair[]): ObjectChanges {
  const both = pairs.flatMap(({ former, next }) => (former && next ? [changedObject(former, next)] : []));
  const changed = both.filter(({ fields }) => fields.length > 0);
  return {
    added: pairs.flatMap(({ former, next }) => (former ? [] : [nameOf(next)])),
    changed,
    removed: pairs.flatMap(({ former, next }) => (next ? [] : [nameOf(former)])),
    unchanged: both.length - changed.length,
  };
}

function changedObject(former: KubernetesObject, next: KubernetesObject): ChangedObject {
  const fields = compare(former, next).map((difference) => toFieldChange(next, difference));
  return { ...nameOf(next), fields };
}

export function nameOf(object: KubernetesObject): ObjectName {
  const { namespace, name } = identityOf(object);
  return {
    apiVersion: printable(object.apiVersion),
    kind: printable(object.kind),
    namespace: printable(namespace),
    name: printable(name),
  };
}

/** `Deployment shop/shop-app`. */
export function describeObject({ kind, namespace, name }: ObjectName): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}
