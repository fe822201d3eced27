import { describe, expect, it } from 'vitest';
import type { InitCommand } from '../../src/api/v1alpha1/init.ts';
import { stepName } from '../../src/rules/step-name.ts';
import { find, places } from '../support/findings.ts';

const init = (...commands: InitCommand[]) => ({ init: { commands } });
const SEED = { run: ['seed'] };

describe('MP-STEP-NAME', () => {
  it('finds a name that is given twice', () => {
    expect(find(stepName, init({ ...SEED, name: 'a' }, { run: ['other'], name: 'a' }))).toEqual([
      'MP-STEP-NAME spec.init.commands[1].name: another container of the Job is called `a`: give the step another name',
    ]);
  });

  it('finds a name that a generated container has', () => {
    expect(places(stepName, init({ ...SEED, name: 'migrate' }))).toEqual(['spec.init.commands[0].name']);
    expect(places(stepName, init({ ...SEED, name: 'record' }))).toEqual(['spec.init.commands[0].name']);
    expect(places(stepName, { init: { migrate: false, commands: [{ ...SEED, name: 'migrate' }] } })).toEqual(
      [],
    );
  });

  it('finds once-steps whose key would depend on the order', () => {
    expect(find(stepName, init({ ...SEED, once: true }, { run: ['seed', '--more'], once: true }))).toEqual([
      'MP-STEP-NAME spec.init.commands[0]: a once-step is remembered by its name, and another container of the Job is called `seed` too: give it a `name` of its own',
      'MP-STEP-NAME spec.init.commands[1]: a once-step is remembered by its name, and another container of the Job is called `seed` too: give it a `name` of its own',
    ]);
    expect(places(stepName, init(SEED, { ...SEED, once: true }))).toEqual(['spec.init.commands[1]']);
    expect(places(stepName, init({ run: ['record'], once: true }))).toEqual(['spec.init.commands[0]']);
  });

  it('finds once-fixtures of one file name, until they have names of their own', () => {
    const load = (path: string, name?: string) => ({ path, once: true, ...(name !== undefined && { name }) });
    const fixtures = (...names: (string | undefined)[]) => ({
      init: { fixtures: [load('a/plans.json', names[0]), load('b/plans.json', names[1])] },
    });
    expect(find(stepName, fixtures())[0]).toBe(
      'MP-STEP-NAME spec.init.fixtures[0]: a once-step is remembered by its name, and another container of the Job is called `fixture-plans` too: give it a `name` of its own',
    );
    expect(find(stepName, fixtures(undefined, 'more-plans'))).toEqual([]);
    expect(places(stepName, fixtures('plans', 'plans'))).toEqual(['spec.init.fixtures[1].name']);
  });

  it('finds a fixture with the name of a command that comes later, or of a migration', () => {
    const named = (name: string) => ({ fixtures: [{ path: 'plans', name }] });
    expect(places(stepName, { init: { ...named('seed'), commands: [{ ...SEED, name: 'seed' }] } })).toEqual([
      'spec.init.commands[0].name',
    ]);
    expect(places(stepName, { init: named('migrate') })).toEqual(['spec.init.fixtures[0].name']);
  });

  it('lets different names be, and steps that are not remembered', () => {
    expect(find(stepName, init(SEED, SEED, { run: ['record'] }))).toEqual([]);
    expect(
      find(stepName, init({ ...SEED, once: true, name: 'a' }, { ...SEED, once: true, name: 'b' })),
    ).toEqual([]);
    expect(find(stepName, {})).toEqual([]);
  });
});
