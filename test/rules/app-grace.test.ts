import { describe, expect, it } from 'vitest';
import type { App } from '../../src/api/v1alpha1/app.ts';
import { appDrain, appGrace } from '../../src/rules/app-grace.ts';
import { find, moneyPositive, subjectOf } from '../support/findings.ts';

const found = (app: App) => find(appGrace, { app }).length === 1;

describe('MP-APP-GRACE', () => {
  it('finds a pod that is killed before its server has finished, and proposes the default', () => {
    const app = { terminationGracePeriodSeconds: 39 };
    expect(find(appGrace, { app })).toEqual([
      'MP-APP-GRACE spec.app.terminationGracePeriodSeconds: a stopping pod serves on for 10 seconds and finishes requests for up to 30, but is killed after 39: give 50, or leave it out',
    ]);
    expect(appGrace(subjectOf(moneyPositive({ app })))[0]?.proposedValue).toBe(50);
    expect(found({ terminationGracePeriodSeconds: 69, gracefulTimeoutSeconds: 60 })).toBe(true);
  });

  it('lets what suffices be, with nothing to spare, and the default', () => {
    expect(found({ terminationGracePeriodSeconds: 40 })).toBe(false);
    expect(found({ terminationGracePeriodSeconds: 12, gracefulTimeoutSeconds: 2 })).toBe(false);
    expect(found({ gracefulTimeoutSeconds: 600 })).toBe(false);
  });

  it('knows a time-out of your own server only if it is told', () => {
    for (const own of [{ server: 'custom' }, { command: ['/serve'] }, { args: ['shop.wsgi'] }] as const) {
      const app = { ...(own as App), terminationGracePeriodSeconds: 20 };
      expect(found(app)).toBe(false);
      expect(found({ ...app, gracefulTimeoutSeconds: 15 })).toBe(true);
    }
  });
});

describe('MP-APP-DRAIN', () => {
  it('finds a grace period in which the pod cannot even serve on', () => {
    const app = { terminationGracePeriodSeconds: 9 };
    expect(find(appDrain, { app })).toEqual([
      'MP-APP-DRAIN spec.app.terminationGracePeriodSeconds: a stopping pod serves on for 10 seconds, and Kubernetes refuses a shorter grace period: give 50, or leave it out',
    ]);
    expect(found(app)).toBe(false);
  });

  it('lets one of that length be, and the other components', () => {
    expect(find(appDrain, { app: { terminationGracePeriodSeconds: 10 } })).toEqual([]);
    expect(find(appDrain, { beat: { terminationGracePeriodSeconds: 1 } })).toEqual([]);
  });
});
