/** A disruption budget lets one pod after the other be evicted; one that lets none blocks every drain of a node. */
import type { Disruption, Scalable } from '../stack/stack.ts';
import { scalables } from './parts/places.ts';
import { finding, type Rule } from './rule.ts';

export const disruptionTwo: Rule = (subject) =>
  scalables(subject)
    .filter(({ own }) => own.disruption && own.disruption.minAvailable !== undefined)
    .filter(({ own }) => own.disruption && own.disruption.maxUnavailable !== undefined)
    .map(({ path }) =>
      finding(
        'MP-DISRUPTION-TWO',
        [...path, 'disruption'],
        'a budget has `maxUnavailable` or `minAvailable`, not both: remove one (in an overlay, set it to null in your patch)',
      ),
    );

export const disruptionBlocked: Rule = (subject) =>
  scalables(subject).flatMap(({ path, component }) => {
    const { disruption } = component;
    const pods = component.replicas ?? component.autoscaling?.minReplicas ?? 0;
    if (disruption === undefined || pods === 0 || allowed(disruption, pods) > 0) return [];
    const field = 'minAvailable' in disruption ? 'minAvailable' : 'maxUnavailable';
    return [
      finding(
        'MP-DISRUPTION-BLOCKED',
        [...path, 'disruption', field],
        `with ${count(component)} no pod may be evicted, so no node can be drained: write \`maxUnavailable: 1\``,
      ),
    ];
  });

/** Pods that may be evicted of so many. Percentages are rounded up. Source: Kubernetes, the disruption controller. */
function allowed(disruption: Disruption, pods: number): number {
  if ('minAvailable' in disruption) return pods - scaled(disruption.minAvailable, pods);
  return scaled(disruption.maxUnavailable, pods);
}

function scaled(value: number | string, pods: number): number {
  return typeof value === 'number' ? value : Math.ceil((Number.parseInt(value, 10) * pods) / 100);
}

function count({ replicas, autoscaling }: Scalable): string {
  const [pods, least] =
    replicas === undefined ? [autoscaling?.minReplicas ?? 0, 'at least '] : [replicas, ''];
  return `${least}${pods} ${pods === 1 ? 'pod' : 'pods'}`;
}
