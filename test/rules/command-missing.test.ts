import { describe, expect, it } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { formatPath } from '../../src/results.ts';
import { commandMissing } from '../../src/rules/command-missing.ts';
import { find, moneyPositive, subjectOf } from '../support/findings.ts';

function withoutProject(spec: Partial<MoneyPositiveSpec>): readonly string[] {
  const { project: _, ...rest } = moneyPositive(spec).spec;
  const subject = subjectOf({ ...moneyPositive(), spec: rest });
  return commandMissing(subject).map(({ code, path, message }) => `${code} ${formatPath(path)}: ${message}`);
}

describe('MP-COMMAND-MISSING', () => {
  it('finds every component that nothing starts', () => {
    expect(withoutProject({ workers: { mail: {} }, beat: {}, redis: {} })).toEqual([
      'MP-COMMAND-MISSING spec.app.command: gunicorn serves a project: give `project`, a `command`, or `server: custom`',
      'MP-COMMAND-MISSING spec.workers.mail.command: nothing says what worker `mail` runs: give `project` or a `command`',
      'MP-COMMAND-MISSING spec.beat.command: nothing says what beat runs: give `project` or a `command`',
    ]);
  });

  it('lets own commands be, arguments for an entrypoint, and an image that serves by itself', () => {
    const workers = { mail: { args: ['worker'] } };
    expect(withoutProject({ app: { server: 'custom' }, workers, beat: { command: ['beat'] } })).toEqual([]);
    expect(withoutProject({ app: { server: 'uvicorn', command: ['serve'] } })).toEqual([]);
  });

  it('asks for nothing with a project', () => {
    expect(find(commandMissing, { workers: { mail: {} }, beat: {} })).toEqual([]);
  });
});
