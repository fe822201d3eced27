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
      'MP-STEP-NAME spec.init.commands[0]: a once-step is remembered by its name, and another container is called `seed` too: give it a `name` of its own',
      'MP-STEP-NAME spec.init.commands[1]: a once-step is remembered by its name, and another container is called `seed` too: give it a `name` of its own',
    ]);
    expect(places(stepName, init(SEED, { ...SEED, once: true }))).toEqual(['spec.init.commands[1]']);
    expect(places(stepName, init({ run: ['record'], once: true }))).toEqual(['spec.init.commands[0]']);
  });

  it('finds fixtures of one file name, which have no name to give', () => {
    const fixtures = [
      { path: 'a/plans.json', once: true },
      { path: 'b/plans.json', once: true },
    ];
    const [message] = find(stepName, { init: { fixtures } });
    expect(message).toBe(
      'MP-STEP-NAME spec.init.fixtures[0]: a once-step is remembered by its name, and another container is called `fixture-plans` too: load it by `init.commands`, with a `name` of its own',
    );
  });

  it('lets different names be, and steps that are not remembered', () => {
    expect(find(stepName, init(SEED, SEED, { run: ['record'] }))).toEqual([]);
    expect(
      find(stepName, init({ ...SEED, once: true, name: 'a' }, { ...SEED, once: true, name: 'b' })),
    ).toEqual([]);
    expect(find(stepName, {})).toEqual([]);
  });
});
