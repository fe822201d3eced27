/** What needs no database server: the statements about SQLite, exit codes, expansion, the oldest syntax. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, run, step } from './container.ts';
import { CREATE_ITEM, writeProject } from './project.ts';
import { describeWith, PYTHON } from './tools.ts';

const SCRIPTS = resolve(import.meta.dirname, '../../src/resources/scripts');

describeWith([], 'scripts on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-project-'));
  const env: Environment = {
    TEST_DATABASES: JSON.stringify({
      default: { ENGINE: 'django.db.backends.sqlite3', NAME: join(folder, 'db') },
    }),
  };
  beforeAll(() => writeProject(folder, { '0001_item': CREATE_ITEM }));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the gate refuses: pods do not share the file', async () => {
    const { code, output } = await run(folder, 'gate', env);
    expect(code).toBe(1);
    expect(output).toMatch(/^database "default" is SQLite: pods don't share its file/);
    expect(output).toContain('init.gate: false');
  });

  test('a step and the record run without a lock and say so; nothing else is printed', async () => {
    const migrated = await run(folder, 'step', env);
    expect(migrated.output).toMatch(/^no lock on "default": there is none for sqlite/);
    expect(migrated.code).toBe(0);
    const recorded = await run(folder, 'record', env);
    expect(recorded.output.trim().split('\n')).toEqual([
      expect.stringMatching(/^no lock/),
      'recorded release 01234567',
    ]);
  });

  test('without a migrated database the marker goes to "default"', async () => {
    const { code, output } = await run(folder, 'record', { ...env, MONEYPOSITIVE_DATABASES: '' });
    expect(output).toContain('recorded release');
    expect(code).toBe(0);
  });

  test('an unknown alias is named with the known ones', async () => {
    const { code, output } = await run(folder, 'step', { ...env, MONEYPOSITIVE_DATABASES: 'defualt' });
    expect(output).toBe('there is no database "defualt": settings.DATABASES has default\n');
    expect(code).toBe(1);
  });

  test.each([
    ['the command’s', 'ends', '3', 3],
    ['never the one for refused credentials', 'ends', '77', 1],
    ['that of a program which does not exist', 'no-such-command', '', 1],
  ])('the exit code is %s', async (_, command, word, expected) => {
    expect((await run(folder, 'step', { ...env, ...step(command, word) })).code).toBe(expected);
  });

  test('$(NAME) is expanded as in a container’s args, and not printed', async () => {
    const file = join(folder, 'noted');
    const argv = step('note', file, '$(PIN)', '$$(PIN)', '$(NONE)', '5$');
    const { output } = await run(folder, 'step', { ...env, ...argv, PIN: 'a"b\\c' });
    expect(readFileSync(file, 'utf8')).toBe('a"b\\c $(PIN) $(NONE) 5$\n');
    expect(output).not.toContain('a"b');
  });

  test('all scripts are ASCII and parse as Python 3.6', () => {
    const files = readdirSync(SCRIPTS).filter((name) => name.endsWith('.py'));
    expect(files).toHaveLength(5);
    const parse =
      'import ast, sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding="ascii").read(), f, feature_version=(3, 6))';
    const parsed = spawnSync(PYTHON, ['-c', parse, ...files.map((name) => join(SCRIPTS, name))], {
      encoding: 'utf8',
    });
    expect(parsed.stderr).toBe('');
    expect(parsed.status).toBe(0);
  });
});
