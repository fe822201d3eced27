import { describe, expect, it } from 'vitest';
import { fixtureRepeated } from '../../src/rules/fixture-repeated.ts';
import { find, moneyPositive, places, subjectOf } from '../support/findings.ts';

describe('MP-FIXTURE-REPEATED', () => {
  it('finds a fixture that every release loads', () => {
    const init = { fixtures: [{ path: 'a.json', once: true }, { path: 'b.json' }] };
    expect(find(fixtureRepeated, { init })).toEqual([
      'MP-FIXTURE-REPEATED spec.init.fixtures[1].once: every release loads it over what people edited: write `once: true`, or `once: false` if that is meant',
    ]);
    expect(fixtureRepeated(subjectOf(moneyPositive({ init })))[0]?.proposedValue).toBe(true);
  });

  it('finds loaddata among the commands', () => {
    const commands = [{ run: ['createcachetable'] }, { run: ['loaddata', 'a.json'] }];
    expect(places(fixtureRepeated, { init: { commands } })).toEqual(['spec.init.commands[1].once']);
  });

  it('lets be what is said', () => {
    const fixtures = [
      { path: 'a.json', once: true },
      { path: 'b.json', once: false },
    ];
    const commands = [{ run: ['loaddata', 'c.json'], once: true }];
    expect(find(fixtureRepeated, { init: { fixtures, commands } })).toEqual([]);
  });
});
