/** How many pods: replicas or an autoscaler, and a disruption budget. */
import type {
  Autoscaling as AutoscalingSpec,
  Disruption as DisruptionSpec,
  Scalable as ScalableSpec,
} from '../api/v1alpha1/component.ts';
import type { TopologySpreadConstraint } from '../k8s/models.ts';
import type { StackContext } from './context.ts';
import type { Autoscaling, Disruption, Labels, Scalable } from './stack.ts';

const DEFAULT_MAX_REPLICAS = 10;
const DEFAULT_CPU_TARGET = 70;

type Scaling = Pick<Scalable, 'replicas' | 'autoscaling' | 'disruption'>;

/** The scaling of a component; `replicas` is what it has, or has at least, by default. */
export function normalizeScaling(own: ScalableSpec, replicas: number): Scaling {
  return {
    replicas: own.autoscaling ? undefined : (own.replicas ?? replicas),
    autoscaling: own.autoscaling && normalizeAutoscaling(own.autoscaling, replicas),
    disruption: normalizeDisruption(own.disruption),
  };
}

function normalizeAutoscaling(own: AutoscalingSpec, minReplicas: number): Autoscaling {
  const { targetCPUUtilizationPercentage: cpu, targetMemoryUtilizationPercentage: memory } = own;
  return {
    minReplicas: own.minReplicas ?? minReplicas,
    maxReplicas: own.maxReplicas ?? DEFAULT_MAX_REPLICAS,
    targetCPUUtilizationPercentage: cpu ?? (memory === undefined ? DEFAULT_CPU_TARGET : undefined),
    targetMemoryUtilizationPercentage: memory,
    behavior: own.behavior,
  };
}

function normalizeDisruption(own: false | DisruptionSpec = {}): Disruption | undefined {
  if (own === false) return undefined;
  if (own.minAvailable !== undefined) return { minAvailable: own.minAvailable };
  return { maxUnavailable: own.maxUnavailable ?? 1 };
}

/** The pods spread over hosts and zones, as far as the cluster allows. */
export function normalizeSpread(
  { spec }: StackContext,
  own: ScalableSpec,
  matchLabels: Labels,
): readonly TopologySpreadConstraint[] {
  return (
    own.topologySpreadConstraints ??
    spec.topologySpreadConstraints ??
    ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway' as const,
      labelSelector: { matchLabels: { ...matchLabels } },
      // A rollout's new pods spread among themselves, not around the old ones that are about to go.
      matchLabelKeys: ['pod-template-hash'],
    }))
  );
}
