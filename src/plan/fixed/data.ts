/** ConfigMaps and Secrets. Those that are marked immutable stay so. */
import type { KubernetesObject } from '../../k8s/object.ts';
import { at } from '../read.ts';
import { fixedMembers, NO_VALUE } from './same.ts';

const marked = fixedMembers({ data: NO_VALUE, stringData: NO_VALUE, binaryData: NO_VALUE, immutable: false });
const secretType = fixedMembers({ type: 'Opaque' });

export function fixedData(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  return [
    ...(next.kind === 'Secret' ? secretType(former, next) : []),
    ...(at(former, 'immutable') === true ? marked(former, next) : []),
  ];
}
