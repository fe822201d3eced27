import { describe, expect, it } from 'vitest';
import { initCommand } from '../../src/rules/init-command.ts';
import { find, places } from '../support/findings.ts';

describe('MP-INIT-COMMAND', () => {
  it('finds a command line that nothing would run', () => {
    expect(find(initCommand, { init: { command: ['python', 'manage.py', 'migrate'] } })).toEqual([
      'MP-INIT-COMMAND spec.init.command: init runs management commands: list them in `init.commands`; what runs them is `manage`',
    ]);
    expect(places(initCommand, { init: { args: ['migrate'] } })).toEqual(['spec.init.args']);
  });

  it('lets steps be', () => {
    expect(find(initCommand, { init: { commands: [{ run: ['createcachetable'] }] } })).toEqual([]);
  });
});
