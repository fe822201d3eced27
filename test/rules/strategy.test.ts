import { describe, expect, it } from 'vitest';
import type { App } from '../../src/api/v1alpha1/app.ts';
import { strategy } from '../../src/rules/strategy.ts';
import { find } from '../support/findings.ts';

const rolling = (maxSurge?: number | string, maxUnavailable?: number | string) =>
  check({
    rollingUpdate: {
      ...(maxSurge !== undefined && { maxSurge }),
      ...(maxUnavailable !== undefined && { maxUnavailable }),
    },
  });

const check = (own: App['strategy']) => find(strategy, { app: { ...(own && { strategy: own }) } });

describe('MP-STRATEGY', () => {
  it('finds a rolling update of a strategy that has none', () => {
    expect(check({ type: 'Recreate', rollingUpdate: {} })).toEqual([
      'MP-STRATEGY spec.app.strategy.rollingUpdate: `Recreate` stops all pods at once and has no `rollingUpdate`: remove one of the two',
    ]);
  });

  it('finds one by which no pod is ever replaced', () => {
    expect(rolling(0, '0%')).toEqual([
      'MP-STRATEGY spec.app.strategy.rollingUpdate: with `maxSurge` and `maxUnavailable` both 0 no pod can ever be replaced: write `maxSurge: 25%`, or raise `maxUnavailable`',
    ]);
    expect(rolling('00%', 0)).toHaveLength(1);
  });

  it('finds amounts that are none', () => {
    expect(rolling('1', -1)).toEqual([
      'MP-STRATEGY spec.app.strategy.rollingUpdate.maxSurge: write a number of pods, or a percentage such as `25%`',
      'MP-STRATEGY spec.app.strategy.rollingUpdate.maxUnavailable: write a number of pods, or a percentage such as `25%`',
    ]);
    expect(rolling(0, '101%')).toEqual([
      'MP-STRATEGY spec.app.strategy.rollingUpdate.maxUnavailable: more than all pods: write `100%` at most',
    ]);
  });

  it('lets the others be: what is not given is a quarter of the pods', () => {
    expect([...rolling(), ...rolling(0), ...rolling(undefined, 0), ...rolling('200%', '100%')]).toEqual([]);
    expect([...rolling(1, 0), ...rolling('1%', '0%')]).toEqual([]);
    expect([
      ...check({ type: 'Recreate' }),
      ...check({ type: 'RollingUpdate' }),
      ...check(undefined),
    ]).toEqual([]);
  });
});
