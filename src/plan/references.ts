/** What pods read by name: whether it is there, and whether they notice that it changed. */

import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import { describeObject, nameOf, type Pair } from './objects.ts';
import { containersOf, templateOf } from './pods.ts';
import { printable } from './printable.ts';
import { at, isMap, listAt, textAt } from './read.ts';
import type { Rollout } from './rollouts.ts';

/** A name in a pod template: of what kind, and whether pods read it as variables, which they do once. */
interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly field: string;
  readonly isVariable: boolean;
}

export function referenceNotices(pairs: readonly Pair[], rolled: readonly Rollout[]): readonly Result[] {
  return [...missing(pairs), ...unnoticed(pairs, rolled)];
}

/** Names that no pod of the former side reads, and that no object of the next side has: somebody must provide them. */
function missing(pairs: readonly Pair[]): readonly Result[] {
  const known = new Set(
    pairs.flatMap(({ former, next }) => [
      ...(next ? [key(next, next.kind, nameOf(next).name)] : []),
      ...(former ? keysOf(former).filter((one) => !isRemoved(one, pairs)) : []),
    ]),
  );
  return pairs.flatMap(({ next }) =>
    next === undefined
      ? []
      : referencesOf(next).flatMap(({ kind, name, field }) => {
          const own = key(next, kind, name);
          if (known.has(own)) return [];
          known.add(own);
          const message = `it needs the ${kind} ${printable(name)}, which is not among these objects: it has to be there`;
          return [notice('MP-PLAN-NEEDS', next, message, field)];
        }),
  );
}

function keysOf(object: KubernetesObject): readonly string[] {
  return referencesOf(object).map(({ kind, name }) => key(object, kind, name));
}

function isRemoved(own: string, pairs: readonly Pair[]): boolean {
  return pairs.some(
    ({ former, next }) => next === undefined && key(former, former.kind, nameOf(former).name) === own,
  );
}

function key(object: KubernetesObject, kind: string, name: string): string {
  return [nameOf(object).namespace, kind, name].join('|');
}

/** Values that change under pods that stay: a variable is read when a container starts. */
function unnoticed(pairs: readonly Pair[], rolled: readonly Rollout[]): readonly Result[] {
  const replaced = new Set(rolled.map(describeObject));
  const staying = pairs.flatMap(({ former, next }) =>
    former && next && isLongRunning(next) && !replaced.has(describeObject(nameOf(next))) ? [next] : [],
  );
  return pairs.flatMap(({ former, next }) => {
    if (former === undefined || next === undefined || !hasOtherValues(former, next)) return [];
    const readers = staying.filter((reader) => readsVariables(reader, next));
    return readers.map((reader) =>
      notice(
        'MP-PLAN-UNNOTICED',
        reader,
        `its pods are not replaced, so they go on with the former values of ${describeObject(nameOf(next))}`,
      ),
    );
  });
}

function isLongRunning({ kind }: KubernetesObject): boolean {
  return kind !== 'Job' && kind !== 'CronJob';
}

function hasOtherValues(former: KubernetesObject, next: KubernetesObject): boolean {
  if (next.kind !== 'ConfigMap' && next.kind !== 'Secret') return false;
  return ['data', 'stringData', 'binaryData'].some(
    (field) => !isDeepStrictEqual(at(former, field), at(next, field)),
  );
}

function readsVariables(reader: KubernetesObject, values: KubernetesObject): boolean {
  const own = key(values, values.kind, nameOf(values).name);
  return referencesOf(reader).some(
    ({ kind, name, isVariable }) => isVariable && key(reader, kind, name) === own,
  );
}

/** Every name in the pod template that must be there for the pods to start. */
function referencesOf(object: KubernetesObject): readonly Reference[] {
  const template = templateOf(object);
  if (template === undefined) return [];
  const account = textAt(template, 'spec', 'serviceAccountName');
  return [
    ...containersOf(template).flatMap(variableReferences),
    ...listAt(template, 'spec', 'volumes').flatMap(volumeReferences),
    ...(account === undefined || account === 'default'
      ? []
      : [{ kind: 'ServiceAccount', name: account, field: 'serviceAccountName', isVariable: false }]),
  ];
}

function variableReferences(container: unknown): readonly Reference[] {
  return [
    ...listAt(container, 'envFrom').flatMap((source) => [
      ...reference('Secret', at(source, 'secretRef'), 'name', 'envFrom', true),
      ...reference('ConfigMap', at(source, 'configMapRef'), 'name', 'envFrom', true),
    ]),
    ...listAt(container, 'env').flatMap((variable) => [
      ...reference('Secret', at(variable, 'valueFrom', 'secretKeyRef'), 'name', 'env', true),
      ...reference('ConfigMap', at(variable, 'valueFrom', 'configMapKeyRef'), 'name', 'env', true),
    ]),
  ];
}

function volumeReferences(volume: unknown): readonly Reference[] {
  return [
    ...reference('Secret', at(volume, 'secret'), 'secretName', 'volumes', false),
    ...reference('ConfigMap', at(volume, 'configMap'), 'name', 'volumes', false),
    ...reference('PersistentVolumeClaim', at(volume, 'persistentVolumeClaim'), 'claimName', 'volumes', false),
  ];
}

function reference(
  kind: string,
  source: unknown,
  member: string,
  field: string,
  isVariable: boolean,
): readonly Reference[] {
  const name = textAt(source, member);
  const isOptional = isMap(source) && source['optional'] === true;
  return name === undefined || isOptional ? [] : [{ kind, name, field, isVariable }];
}
