import { describe, expect, it } from 'vitest';
import type { Init } from '../../src/api/v1alpha1/init.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { moneyPositive } from '../support/findings.ts';

const steps = (init: Init) =>
  normalizeStack(moneyPositive({ init })).init?.steps.map(({ name, once }) => [name, once]);

describe('the steps of init', () => {
  it('have the names they are given, and are remembered by them', () => {
    expect(
      steps({
        fixtures: [{ path: 'plans.json', name: 'plans', once: true }],
        commands: [{ run: ['seed'], name: 'seed-eu', once: true }],
      }),
    ).toEqual([
      ['migrate', undefined],
      ['plans', 'shop/plans'],
      ['seed-eu', 'shop/seed-eu'],
    ]);
  });

  it('are called after their file or command otherwise', () => {
    const fixtures = [{ path: 'shop/fixtures/Plans_eu.json.gz', once: true }, { path: 'plans' }];
    expect(steps({ migrate: false, fixtures, commands: [{ run: ['create_cache'] }] })).toEqual([
      ['fixture-plans-eu', 'shop/fixture-plans-eu'],
      ['fixture-plans', undefined],
      ['create-cache', undefined],
    ]);
  });
});

describe('the progress deadline behind the gate', () => {
  const deadline = (init: Init) => normalizeStack(moneyPositive({ init })).gate?.progressDeadlineSeconds;

  it('exceeds the longer of the Job’s and the gate’s by ten minutes', () => {
    expect(deadline({})).toBe(4200);
    expect(deadline({ gate: { timeoutSeconds: 7200 } })).toBe(7800);
    expect(deadline({ activeDeadlineSeconds: 1800, gate: { timeoutSeconds: 60 } })).toBe(2400);
  });

  it('is at most what a Deployment can hold, which means none', () => {
    expect(deadline({ activeDeadlineSeconds: 2 ** 31 - 8 })).toBe(2 ** 31 - 1);
  });

  it('is none without a gate', () => {
    expect(deadline({ gate: false })).toBeUndefined();
  });
});
