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
      message:
        'say why, after a colon: write `MP-BEAT-NO-WORKER: reason`, or `MP-BEAT-NO-WORKER PATH: reason` for one place',
      path: `metadata.annotations["${NAME}"]`,
    });
    for (const entry of [
      'MP-BEAT-NO-WORKER:',
      'MP-BEAT-NO-WORKER spec.beat',
      'MP-BEAT-NO-WORKER it is fine',
    ]) {
      expect(codes(entry)).toEqual([
        'warning MP-REDIS-EPHEMERAL',
        'warning MP-BEAT-NO-WORKER',
        'error MP-ACCEPT-REASON',
      ]);
    }
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

describe('an acceptance with a path', () => {
  const env = { PUBLIC_API_KEY: 'a', 'OTHER.API_KEY': 'b', PASSWORD: 'c' };

  /** What is left of the findings, and what the annotation itself is told. */
  const left = (accept: string) =>
    checkRules(subjectOf(moneyPositive({ env }, { annotations: { [NAME]: accept } })))
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, path }) => `${code} ${formatPath(path)}`);

  it('accepts the finding at its place alone', () => {
    expect(left('')).toEqual([
      'MP-SECRET-LITERAL spec.env["OTHER.API_KEY"]',
      'MP-SECRET-LITERAL spec.env.PASSWORD',
      'MP-SECRET-LITERAL spec.env.PUBLIC_API_KEY',
    ]);
    expect(left('MP-SECRET-LITERAL spec.env.PUBLIC_API_KEY: every browser has it')).toEqual([
      'MP-SECRET-LITERAL spec.env["OTHER.API_KEY"]',
      'MP-SECRET-LITERAL spec.env.PASSWORD',
    ]);
  });

  it('takes the path as messages show it, and may stand beside others', () => {
    const accept =
      'MP-SECRET-LITERAL spec.env["OTHER.API_KEY"] : a; MP-SECRET-LITERAL   spec.env.PUBLIC_API_KEY: b: c';
    expect(left(accept)).toEqual(['MP-SECRET-LITERAL spec.env.PASSWORD']);
  });

  it('gives its own reason, the code alone that of all others', () => {
    const accept = 'MP-SECRET-LITERAL: for tests\nMP-SECRET-LITERAL spec.env.PASSWORD: for this one';
    const subject = subjectOf(moneyPositive({ env }, { annotations: { [NAME]: accept } }));
    const reasons = checkRules(subject).map(({ message }) => /\(accepted: (.*)\)$/.exec(message)?.[1]);
    expect(reasons).toEqual(['for tests', 'for this one', 'for tests']);
  });

  it('says where the finding is, if not there', () => {
    const told = (accept: string) =>
      checkRules(subjectOf(moneyPositive({ env }, { annotations: { [NAME]: accept } }))).at(-1)?.message;
    expect(told('MP-SECRET-LITERAL spec.env.PASSWORDS: a')).toBe(
      'nothing at `spec.env.PASSWORDS` has the code `MP-SECRET-LITERAL`, but `spec.env["OTHER.API_KEY"]` has: correct the path, or remove it',
    );
    expect(told('MP-BEAT-NO-WORKER spec.beat: a')).toBe(
      'nothing at `spec.beat` has the code `MP-BEAT-NO-WORKER`: remove it',
    );
  });
});
