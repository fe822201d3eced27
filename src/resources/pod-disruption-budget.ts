/** PodDisruptionBudget, for a component that has one. */
import type { PodDisruptionBudget } from '../k8s/models.ts';
import type { Scalable, Stack } from '../stack/stack.ts';
import { componentMetadata } from './parts/metadata.ts';

export function podDisruptionBudget(stack: Stack, component: Scalable): PodDisruptionBudget | undefined {
  const { name, selector, disruption } = component;
  if (disruption === undefined) return undefined;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: componentMetadata(stack, { name, selector, version: undefined }),
    spec: {
      ...disruption,
      // Pods that fail anyway must not keep a node from being drained.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: { ...selector } },
    },
  };
}
