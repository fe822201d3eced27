/** An autoscaler owns the number of pods, within bounds that leave it room. */
import { scalables } from './parts/places.ts';
import { finding, type Rule } from './rule.ts';

/** A rendered number of replicas would set the autoscaler's back with every release. */
export const replicasAutoscaled: Rule = (subject) =>
  scalables(subject)
    .filter(({ own }) => own.replicas !== undefined && own.autoscaling !== undefined)
    .map(({ path }) =>
      finding(
        'MP-REPLICAS-AUTOSCALED',
        [...path, 'replicas'],
        'the autoscaler owns the number of pods: remove `replicas`, or give the number as `autoscaling.minReplicas`',
      ),
    );

export const autoscalingBounds: Rule = (subject) =>
  scalables(subject).flatMap(({ path, own, component: { autoscaling } }) => {
    if (autoscaling === undefined || autoscaling.minReplicas <= autoscaling.maxReplicas) return [];
    const { minReplicas, maxReplicas } = autoscaling;
    const [name, fix] =
      own.autoscaling?.maxReplicas === undefined
        ? ['minReplicas', 'give a larger `maxReplicas` too']
        : ['maxReplicas', 'raise `maxReplicas`, or lower `minReplicas`'];
    return [
      finding(
        'MP-AUTOSCALING-BOUNDS',
        [...path, 'autoscaling', name],
        `\`minReplicas\` (${minReplicas}) is above \`maxReplicas\` (${maxReplicas}): ${fix}`,
      ),
    ];
  });
