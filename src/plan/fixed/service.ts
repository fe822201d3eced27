/** Services: the addresses they were given. Source: ValidateServiceUpdate. */
import type { KubernetesObject } from '../../k8s/object.ts';
import { at, listAt } from '../read.ts';

export function fixedService(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  if ([former, next].some((object) => at(object, 'spec', 'type') === 'ExternalName')) return [];
  return [
    ...(changesAddress(former, next) ? ['spec.clusterIP'] : []),
    ...(changesFamily(former, next) ? ['spec.ipFamilies'] : []),
    ...(changesClass(former, next) ? ['spec.loadBalancerClass'] : []),
  ];
}

/** One that is left out is kept as it is; one that was left out was some address, but not `None`. */
function changesAddress(former: KubernetesObject, next: KubernetesObject): boolean {
  const [from, to] = [former, next].map(addressOf);
  if (to === undefined) return false;
  return from === undefined ? to === 'None' : from !== to;
}

function addressOf(object: KubernetesObject): unknown {
  return at(object, 'spec', 'clusterIP') || listAt(object, 'spec', 'clusterIPs')[0] || undefined;
}

function changesFamily(former: KubernetesObject, next: KubernetesObject): boolean {
  const [from, to] = [former, next].map((object) => listAt(object, 'spec', 'ipFamilies')[0]);
  return from !== undefined && to !== undefined && from !== to;
}

function changesClass(former: KubernetesObject, next: KubernetesObject): boolean {
  const areBalanced = [former, next].every((object) => at(object, 'spec', 'type') === 'LoadBalancer');
  return areBalanced && at(former, 'spec', 'loadBalancerClass') !== at(next, 'spec', 'loadBalancerClass');
}
