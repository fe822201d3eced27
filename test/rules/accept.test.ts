import { describe, expect, it } from 'vitest';
import { formatPath } from '../../src/results.ts';
import { checkRules } from '../../src/rules/index.ts';
import { moneyPositive, subjectOf } from '../support/findings.ts';

const NAME = 'moneypositive.coop/accept';

/** Findings of a beat without a worker and a Redis in memory, with the annotation. */
const check = (accept: string) =>
  checkRules(
    subjectOf(moneyPositive({ beat: {}, redis: { storage: false } }, { annotations: { [NAME]: accept } })),
  ).map(({ code, severity, message, path }) => ({ code, severity, message, path: formatPath(path) }));

const codes = (accept: string) => check(accept).map(({ code, severity }) => `${severity} ${code}`);

describe('the annotation', () => {
  it('turns a finding into information, with the reason', () => {
    expect(check('MP-BEAT-NO-WORKER: the workers run elsewhere')).toEqual([
      {
        code: 'MP-REDIS-EPHEMERAL',
        severity: 'warning',
        message: 'a restart of Redis loses every queued task: remove `storage: false`, or give a size',
        path: 'spec.redis.storage',
      },
      {
        code: 'MP-BEAT-NO-WORKER',
        severity: 'info',
        message:
          'beat sends tasks, but no worker runs them: add `workers: {default: {}}` (accepted: the workers run elsewhere)',
        path: 'spec.beat',
      },
    ]);
  });

  it.each([
    'MP-BEAT-NO-WORKER: a; b\nMP-REDIS-EPHEMERAL: c',
    'MP-BEAT-NO-WORKER: a; MP-REDIS-EPHEMERAL: b;',
    '\n  MP-REDIS-EPHEMERAL : a \r\n\n MP-BEAT-NO-WORKER:b\n',
  ])('holds several: %j', (accept) => {
    expect(codes(accept)).toEqual(['info MP-REDIS-EPHEMERAL', 'info MP-BEAT-NO-WORKER']);
  });

  it('keeps messages on one line', () => {
    for (const { message } of check('MP-BEAT-NO-WORKER: a\r\nMP-REDIS-EPHEMERAL: b\rc')) {
      expect(message).not.toMatch(/[\r\n]/);
    }
  });

  it('accepts nothing without a reason', () => {
    expect(check('MP-BEAT-NO-WORKER').at(-1)).toEqual({
      code: 'MP-ACCEPT-REASON',
      severity: 'error',
      message: 'say why: write `MP-BEAT-NO-WORKER: reason`',
      path: `metadata.annotations["${NAME}"]`,
    });
    expect(codes('MP-BEAT-NO-WORKER:')).toContain('warning MP-BEAT-NO-WORKER');
  });

  it('knows no code that does not exist, and names the nearest', () => {
    expect(check('MP-BEAT-NO-WORKERS: a').at(-1)).toMatchObject({
      code: 'MP-ACCEPT-UNKNOWN',
      severity: 'error',
      message: 'there is no code `MP-BEAT-NO-WORKERS`: did you mean `MP-BEAT-NO-WORKER`?',
    });
    expect(check('constructor: a').at(-1)?.message).toBe('there is no code `constructor`');
  });

  it('refuses what nobody can accept', () => {
    expect(check('MP-STEP-NAME: a').at(-1)).toMatchObject({
      code: 'MP-ACCEPT-REFUSED',
      severity: 'error',
      message: "`MP-STEP-NAME` can't be accepted: mend what it is about, and remove it here",
    });
  });

  it('says what it accepts in vain', () => {
    expect(check('MP-IMAGE-LATEST: a').at(-1)).toMatchObject({
      code: 'MP-ACCEPT-UNUSED',
      severity: 'warning',
      message: 'nothing here has the code `MP-IMAGE-LATEST`: remove it',
    });
  });

  it('says nothing where it is empty', () => {
    expect(codes(' \n')).toEqual(['warning MP-REDIS-EPHEMERAL', 'warning MP-BEAT-NO-WORKER']);
  });
});
