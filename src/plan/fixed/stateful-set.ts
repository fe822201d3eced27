/** StatefulSets: what they claim, and how they name and order their pods. Source: ValidateStatefulSetUpdate. */
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../k8s/object.ts';
import { at, isMap, listAt } from '../read.ts';
import { amount } from './quantity.ts';
import { fixedMembers, NO_VALUE } from './same.ts';

const members = fixedMembers({
  'spec.selector': NO_VALUE,
  'spec.serviceName': NO_VALUE,
  'spec.podManagementPolicy': 'OrderedReady',
});

export function fixedStatefulSet(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  const [from, to] = [former, next].map((object) =>
    listAt(object, 'spec', 'volumeClaimTemplates').map(normalized),
  );
  return [...members(former, next), ...(isDeepStrictEqual(from, to) ? [] : ['spec.volumeClaimTemplates'])];
}

/** A claim as the server has it: with its defaults, and without what it doesn't keep. */
function normalized(claim: unknown): unknown {
  const { metadata } = isMap(claim) ? claim : {};
  const spec = at(claim, 'spec');
  return {
    metadata,
    spec: isMap(spec)
      ? { volumeMode: 'Filesystem', ...spec, resources: amounts(at(spec, 'resources')) }
      : spec,
  };
}

function amounts(resources: unknown): unknown {
  if (!isMap(resources)) return resources;
  return Object.fromEntries(
    Object.entries(resources).map(([key, value]) => [
      key,
      isMap(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, amount(one)]))
        : value,
    ]),
  );
}
