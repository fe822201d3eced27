/** Volume claims: only their size may change, and only grow. Source: ValidatePersistentVolumeClaimUpdate. */
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../k8s/object.ts';
import { at, isMap } from '../read.ts';
import { amount } from './quantity.ts';
import { orDefault } from './same.ts';

const SIZE = ['spec', 'resources', 'requests', 'storage'] as const;

/** Members that may change. */
const FREE = new Set(['resources', 'volumeAttributesClassName']);

/** Members that the cluster fills in where they are left out: what they are given later may be what is there. */
const FILLED_IN = new Set(['volumeName', 'storageClassName']);

export function fixedClaim(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  const [from, to] = [former, next].map((object) => at(object, 'spec'));
  const keys = new Set([from, to].flatMap((spec) => (isMap(spec) ? Object.keys(spec) : [])));
  const fixed = [...keys].filter((key) => !FREE.has(key) && differs(key, at(from, key), at(to, key)));
  return [...fixed.map((key) => `spec.${key}`), ...(shrinks(former, next) ? [SIZE.join('.')] : [])];
}

function differs(key: string, from: unknown, to: unknown): boolean {
  if (FILLED_IN.has(key) && from === undefined) return false;
  const other = key === 'volumeMode' ? 'Filesystem' : undefined;
  return !isDeepStrictEqual(orDefault(from, other), orDefault(to, other));
}

function shrinks(former: KubernetesObject, next: KubernetesObject): boolean {
  const [from, to] = [former, next].map((object) => amount(at(object, ...SIZE)));
  return typeof from === 'number' && typeof to === 'number' && to < from;
}
