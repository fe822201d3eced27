import { describe, expect, it } from 'vitest';
import type { Disruption } from '../../src/api/v1alpha1/component.ts';
import { disruptionBlocked, disruptionTwo } from '../../src/rules/disruption.ts';
import { find, places } from '../support/findings.ts';

describe('MP-DISRUPTION-TWO', () => {
  it('finds both bounds', () => {
    expect(find(disruptionTwo, { app: { disruption: { maxUnavailable: 1, minAvailable: 1 } } })).toEqual([
      'MP-DISRUPTION-TWO spec.app.disruption: a budget has `maxUnavailable` or `minAvailable`, not both: remove one (in an overlay, set it to null in your patch)',
    ]);
  });

  it('lets one be, none, and no budget', () => {
    const workers = {
      a: { disruption: { minAvailable: 1 } },
      b: { disruption: {} },
      c: { disruption: false as const },
    };
    expect(find(disruptionTwo, { app: { disruption: { maxUnavailable: 0 } }, workers })).toEqual([]);
  });
});

describe('MP-DISRUPTION-BLOCKED', () => {
  const app = (replicas: number, disruption: Disruption) =>
    places(disruptionBlocked, { app: { replicas, disruption } });

  it('finds a budget that lets nothing go', () => {
    expect(find(disruptionBlocked, { app: { disruption: { minAvailable: 2 } } })).toEqual([
      'MP-DISRUPTION-BLOCKED spec.app.disruption.minAvailable: with 2 pods no pod may be evicted, so no node can be drained: write `maxUnavailable: 1`',
    ]);
    expect(
      find(disruptionBlocked, { workers: { a: { autoscaling: {}, disruption: { maxUnavailable: 0 } } } }),
    ).toEqual([
      'MP-DISRUPTION-BLOCKED spec.workers.a.disruption.maxUnavailable: with at least 1 pod no pod may be evicted, so no node can be drained: write `maxUnavailable: 1`',
    ]);
  });

  it.each<[number, Disruption]>([
    [3, { maxUnavailable: '0%' }],
    [3, { minAvailable: '100%' }],
    [3, { minAvailable: '67%' }],
    [3, { minAvailable: 5 }],
  ])('finds with %i pods %j', (replicas, disruption) => {
    expect(app(replicas, disruption)).toHaveLength(1);
  });

  it.each<[number, Disruption]>([
    [3, { maxUnavailable: '1%' }],
    [3, { minAvailable: '66%' }],
    [3, { minAvailable: 2 }],
    [0, { minAvailable: 1 }],
    [1, {}],
  ])('lets be with %i pods %j', (replicas, disruption) => {
    expect(app(replicas, disruption)).toEqual([]);
  });
});
