/** The lock, the marker and the gate on MariaDB. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, RELEASE, run, start, step } from './container.ts';
import { type Mariadb, newMariadb } from './mariadb.ts';
import { CREATE_ITEM, writeProject } from './project.ts';
import { describeWith } from './tools.ts';

const HOLDER = "SELECT IS_USED_LOCK(CONCAT('moneypositive.', SHA1('shop')))";

describeWith(['python3 with MySQLdb', 'mariadbd'], 'scripts on MariaDB', () => {
  let server: Mariadb;
  let env: Environment;
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-project-'));
  beforeAll(async () => {
    writeProject(folder, { '0001_item': CREATE_ITEM });
    server = await newMariadb();
    env = {
      TEST_DATABASES: JSON.stringify({ default: server.database('shop'), blog: server.database('blog') }),
    };
  });
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  test('two steps on a fresh database; then the record, then the gate opens', async () => {
    const gate = start(folder, 'gate', env);
    await gate.says(/migrations are not applied/);
    const both = [start(folder, 'step', env), start(folder, 'step', env)];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(both.filter(({ output }) => output().includes('No migrations to apply'))).toHaveLength(1);
    for (const _ of [1, 2]) expect((await run(folder, 'record', env)).code).toBe(0);
    expect(await gate.ended).toBe(0);
    expect(server.sql("SELECT name FROM django_migrations WHERE app = '_release'")).toBe(RELEASE);
  });

  test('a held lock makes others wait, though not those of another database; lost, it ends the command', async () => {
    const working = start(folder, 'step', { ...env, ...step('slow', '60') });
    await working.says(/slow: started/);
    const waiting = start(folder, 'step', env);
    await waiting.says(/another init Job holds the lock on "default"/);
    const other = { ...env, ...step('slow', '0'), MONEYPOSITIVE_DATABASES: 'blog' };
    expect((await run(folder, 'step', other)).code).toBe(0);
    server.sql(`KILL ${server.sql(HOLDER)}`);
    expect(await working.ended).toBe(1);
    expect(working.output()).toContain('lost the lock, so the step is ended');
    expect(await waiting.ended).toBe(0);
  });

  test('refused credentials: a message without the password, and an exit code of its own', async () => {
    const wrong = {
      TEST_DATABASES: JSON.stringify({ default: { ...server.database('shop'), PASSWORD: 'not-it' } }),
    };
    for (const script of ['gate', 'step'] as const) {
      const { code, output } = await run(folder, script, wrong);
      expect(code).toBe(77);
      expect(output).toMatch(/Access denied for user/);
      expect(output).not.toContain('not-it');
    }
  });
});
