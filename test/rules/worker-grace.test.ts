import { describe, expect, it } from 'vitest';
import { workerGrace } from '../../src/rules/worker-grace.ts';
import { find, moneyPositive, subjectOf } from '../support/findings.ts';

describe('MP-WORKER-GRACE', () => {
  it('finds a pod that is killed before its longest task ends, and proposes how long it should live', () => {
    const workers = { mail: { taskTimeLimitSeconds: 600, terminationGracePeriodSeconds: 629 } };
    expect(find(workerGrace, { workers })).toEqual([
      'MP-WORKER-GRACE spec.workers.mail.terminationGracePeriodSeconds: a task may take 600 seconds, but the pod is killed before: give at least 630, or leave it out',
    ]);
    expect(workerGrace(subjectOf(moneyPositive({ workers })))[0]?.proposedValue).toBe(630);
  });

  it('lets a longer one be, the default, and one without a limit', () => {
    const workers = {
      a: { taskTimeLimitSeconds: 600, terminationGracePeriodSeconds: 630 },
      b: { taskTimeLimitSeconds: 600 },
      c: { terminationGracePeriodSeconds: 10 },
    };
    expect(find(workerGrace, { workers })).toEqual([]);
  });
});
