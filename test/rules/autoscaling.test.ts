import { describe, expect, it } from 'vitest';
import { autoscalingBounds, replicasAutoscaled } from '../../src/rules/autoscaling.ts';
import { find, places } from '../support/findings.ts';

describe('MP-REPLICAS-AUTOSCALED', () => {
  it('finds replicas beside an autoscaler, even an empty one', () => {
    expect(find(replicasAutoscaled, { app: { replicas: 3, autoscaling: {} } })).toEqual([
      'MP-REPLICAS-AUTOSCALED spec.app.replicas: the autoscaler owns the number of pods: remove `replicas`, or give the number as `autoscaling.minReplicas`',
    ]);
    expect(
      places(replicasAutoscaled, { workers: { b: { replicas: 0, autoscaling: {} }, a: { replicas: 1 } } }),
    ).toEqual(['spec.workers.b.replicas']);
  });

  it('lets either alone be', () => {
    expect(find(replicasAutoscaled, { app: { replicas: 3 }, workers: { a: { autoscaling: {} } } })).toEqual(
      [],
    );
  });
});

describe('MP-AUTOSCALING-BOUNDS', () => {
  it('finds a minimum above the maximum', () => {
    expect(find(autoscalingBounds, { app: { autoscaling: { minReplicas: 5, maxReplicas: 4 } } })).toEqual([
      'MP-AUTOSCALING-BOUNDS spec.app.autoscaling.maxReplicas: `minReplicas` (5) is above `maxReplicas` (4): raise `maxReplicas`, or lower `minReplicas`',
    ]);
  });

  it('knows the defaults', () => {
    expect(find(autoscalingBounds, { workers: { a: { autoscaling: { minReplicas: 11 } } } })).toEqual([
      'MP-AUTOSCALING-BOUNDS spec.workers.a.autoscaling.minReplicas: `minReplicas` (11) is above `maxReplicas` (10): give a larger `maxReplicas` too',
    ]);
    expect(places(autoscalingBounds, { app: { autoscaling: { maxReplicas: 1 } } })).toEqual([
      'spec.app.autoscaling.maxReplicas',
    ]);
  });

  it('lets equal bounds be', () => {
    expect(find(autoscalingBounds, { app: { autoscaling: { minReplicas: 4, maxReplicas: 4 } } })).toEqual([]);
    expect(find(autoscalingBounds, { workers: { a: { autoscaling: { maxReplicas: 1 } } } })).toEqual([]);
  });
});
