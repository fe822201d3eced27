import { describe, expect, it } from 'vitest';
import { commandArgv } from '../../src/rules/command-argv.ts';
import { find } from '../support/findings.ts';

const init = (...run: string[]) => ({ init: { commands: [{ run }] } });

describe('MP-COMMAND-ARGV', () => {
  it.each(['python', 'python3.12', './manage.py', '/usr/bin/sh', 'django-admin'])('finds %s', (name) => {
    expect(find(commandArgv, init(name, 'createcachetable'))).toEqual([
      'MP-COMMAND-ARGV spec.init.commands[0].run[0]: `manage` comes before it: write the management command alone, such as `[createcachetable]`',
    ]);
  });

  it.each(['createcachetable --dry-run', ''])('finds %j', (name) => {
    expect(find(commandArgv, init(name))).toEqual([
      'MP-COMMAND-ARGV spec.init.commands[0].run[0]: no shell splits it: write each argument as an entry of its own',
    ]);
  });

  it('lets a command and its arguments be', () => {
    expect(find(commandArgv, init('seed_plans', '--region', 'eu west', ''))).toEqual([]);
  });
});
