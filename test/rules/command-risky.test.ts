import { describe, expect, it } from 'vitest';
import { commandRisky } from '../../src/rules/command-risky.ts';
import { find, places } from '../support/findings.ts';

const init = (run: string[], once?: boolean) => ({
  init: { commands: [{ run, ...(once !== undefined && { once }) }] },
});

describe('MP-COMMAND-RISKY', () => {
  it('finds commands that have no place in a release', () => {
    expect(find(commandRisky, init(['makemigrations', 'shop']))).toEqual([
      'MP-COMMAND-RISKY spec.init.commands[0].run[0]: `makemigrations`: migrations are made by people and come with the image: remove it',
    ]);
    expect(find(commandRisky, init(['flush', '--noinput'], true))).toEqual([
      'MP-COMMAND-RISKY spec.init.commands[0].run[0]: `flush`: it deletes all data, at every release: remove it',
    ]);
    expect(find(commandRisky, init(['migrate', 'payments', 'zero']))).toEqual([
      'MP-COMMAND-RISKY spec.init.commands[0].run[0]: `migrate`: `init.migrate` migrates, and the gate waits for it: remove it, and give further arguments there',
    ]);
  });

  it('finds createsuperuser unless it runs once, and shells unless they are told what to do', () => {
    expect(places(commandRisky, init(['createsuperuser', '--noinput']))).toHaveLength(1);
    expect(places(commandRisky, init(['createsuperuser', '--noinput'], true))).toEqual([]);
    expect(places(commandRisky, init(['shell']))).toHaveLength(1);
    expect(places(commandRisky, init(['shell', '-c', 'pass']))).toEqual([]);
  });

  it('lets other commands be, those that print SQL among them', () => {
    expect(find(commandRisky, init(['sqlflush']))).toEqual([]);
    expect(find(commandRisky, init(['collectstatic', '--noinput']))).toEqual([]);
    expect(find(commandRisky, init(['constructor']))).toEqual([]);
  });
});
