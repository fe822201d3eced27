/** HorizontalPodAutoscaler, for a component that has one. */
import type { HorizontalPodAutoscaler } from '../k8s/models.ts';
import type { Autoscaling, Scalable, Stack } from '../stack/stack.ts';
import { componentMetadata } from './parts/metadata.ts';

type Metrics = NonNullable<NonNullable<HorizontalPodAutoscaler['spec']>['metrics']>;

export function horizontalPodAutoscaler(
  stack: Stack,
  component: Scalable,
): HorizontalPodAutoscaler | undefined {
  const { name, selector, autoscaling } = component;
  if (autoscaling === undefined) return undefined;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: componentMetadata(stack, { name, selector, version: undefined }),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: autoscaling.minReplicas,
      maxReplicas: autoscaling.maxReplicas,
      metrics: metrics(autoscaling),
      ...(autoscaling.behavior && { behavior: autoscaling.behavior }),
    },
  };
}

function metrics({
  targetCPUUtilizationPercentage,
  targetMemoryUtilizationPercentage,
}: Autoscaling): Metrics {
  return [
    ...utilization('cpu', targetCPUUtilizationPercentage),
    ...utilization('memory', targetMemoryUtilizationPercentage),
  ];
}

function utilization(name: string, averageUtilization: number | undefined): Metrics {
  if (averageUtilization === undefined) return [];
  return [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}
