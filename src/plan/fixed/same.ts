/** What the API server takes for the same: a field that is left out has its default. */
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../k8s/object.ts';
import { at } from '../read.ts';

/** The paths of fields that differ between two objects of a kind, and may not. */
export type FixedFields = (former: KubernetesObject, next: KubernetesObject) => readonly string[];

/** The default of a field that has none. */
export const NO_VALUE = undefined;

/** A kind whose fixed fields each have a default, or none, and are compared as they are. */
export function fixedMembers(defaults: Readonly<Record<string, unknown>>): FixedFields {
  return (former, next) =>
    Object.entries(defaults).flatMap(([path, value]) => {
      const [from, to] = [former, next].map((object) => orDefault(at(object, ...path.split('.')), value));
      return isDeepStrictEqual(from, to) ? [] : [path];
    });
}

/** A value, or what the server puts in its place; null is as good as nothing. */
export function orDefault(value: unknown, other: unknown): unknown {
  return value === undefined || value === null || value === '' ? other : value;
}
