/** The lock on PostgreSQL: what runs beside what, and what happens when a process or the lock's connection dies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, run, start, step } from './container.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { ADD_INDEX_CONCURRENTLY, CREATE_ITEM, type Migrations, SLEEP, writeProject } from './project.ts';
import { describeWith } from './tools.ts';

/** The server's processes that hold the lock of a database. */
const holder = (name: string): string => `
  SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
  WHERE l.locktype = 'advisory' AND l.granted AND d.datname = '${name}'`;

describeWith(['python3 with a PostgreSQL driver', 'postgres'], 'lock on PostgreSQL', () => {
  let server: Postgres;
  const root = mkdtempSync(join(tmpdir(), 'moneypositive-project-'));
  beforeAll(async () => {
    server = await newPostgres();
  });
  afterAll(async () => {
    await server.remove();
    rmSync(root, { recursive: true });
  });

  function install(
    name: string,
    migrations: Migrations,
  ): { readonly folder: string; readonly env: Environment } {
    const folder = join(root, name);
    writeProject(folder, migrations);
    return { folder, env: { TEST_DATABASES: JSON.stringify({ default: server.createDatabase(name) }) } };
  }

  test('two steps on a fresh database: one after the other, both succeed', async () => {
    const { folder, env } = install('two', { '0001_item': CREATE_ITEM });
    const both = [start(folder, 'step', env), start(folder, 'step', env)];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    const outputs = both.map(({ output }) => output());
    expect(outputs.filter((output) => output.includes('Applying shop.0001_item'))).toHaveLength(1);
    expect(outputs.filter((output) => output.includes('No migrations to apply'))).toHaveLength(1);
  });

  test('two records at a time: one row', async () => {
    const { folder, env } = install('records', {});
    const both = [start(folder, 'record', env), start(folder, 'record', env)];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(server.sql('records', 'SELECT count(*) FROM django_migrations')).toBe('1');
  });

  test('CREATE INDEX CONCURRENTLY does not wait for a step that waits; nor does the holder have a snapshot', async () => {
    const migrations = { '0001_item': CREATE_ITEM, '0002_wait': SLEEP, '0003_index': ADD_INDEX_CONCURRENTLY };
    const { folder, env } = install('concurrent', migrations);
    const first = start(folder, 'step', env);
    await first.says(/sleeping/);
    const second = start(folder, 'step', env);
    await second.says(/waiting: another init Job holds the lock on "default"/);
    const snapshot = `SELECT backend_xmin IS NULL FROM pg_stat_activity WHERE pid = (${holder('concurrent')})`;
    expect(server.sql('concurrent', snapshot)).toBe('t');
    expect(await first.ended).toBe(0);
    expect(await second.ended).toBe(0);
    expect(first.output()).toContain('Applying shop.0003_index... OK');
    expect(second.output()).toContain('No migrations to apply');
  });

  test('a killed container leaves no lock behind, and the next one does the work', async () => {
    const { folder, env } = install('killed', { '0001_item': CREATE_ITEM, '0002_wait': SLEEP });
    const first = start(folder, 'step', env);
    await first.says(/sleeping/);
    first.signal('SIGKILL');
    await first.ended;
    const second = await run(folder, 'step', env);
    expect(second.code).toBe(0);
    expect(second.output).toContain('Applying shop.0002_wait');
    expect(second.output).not.toContain('Applying shop.0001_item');
  });

  test('a lost lock ends the command', async () => {
    const { folder, env } = install('lost', {});
    const container = start(folder, 'step', { ...env, ...step('slow', '60') });
    await container.says(/slow: started/);
    server.sql('lost', `SELECT pg_terminate_backend((${holder('lost')}))`);
    expect(await container.ended).toBe(1);
    expect(container.output()).toMatch(/lost the lock, so the step is ended: database "default": \w+: /);
    expect(container.output()).not.toContain('slow: finished');
  });

  test('a database that stalls for seconds ends nothing', async () => {
    const { folder, env } = install('stall', {});
    const container = start(folder, 'step', { ...env, ...step('slow', '12') });
    await container.says(/slow: started/);
    const pid = Number(server.sql('stall', holder('stall')));
    process.kill(pid, 'SIGSTOP');
    await sleep(9000);
    process.kill(pid, 'SIGCONT');
    expect(await container.ended).toBe(0);
    expect(container.output()).toContain('slow: finished');
  });

  test('SIGTERM: a running command may finish, a waiting step ends at once', async () => {
    const { folder, env } = install('term', {});
    for (const as of ['process 1', 'below an init'] as const) {
      const working = start(folder, 'step', { ...env, ...step('slow', '5') }, as);
      await working.says(/slow: started/);
      const waiting = start(folder, 'step', env, as);
      await waiting.says(/another init Job holds the lock/);
      waiting.signal('SIGTERM');
      expect(await waiting.ended).toBe(143);
      working.signal('SIGTERM');
      await working.says(/SIGTERM: the step has the grace period/);
      expect(await working.ended).toBe(0);
      expect(working.output()).toContain('slow: finished');
    }
  });

  test('the lock is taken on all databases or on none, and once where two aliases name one database', async () => {
    const { folder, env } = install('left', {});
    const left = JSON.parse(env['TEST_DATABASES'] ?? '').default;
    const TEST_DATABASES = JSON.stringify({
      default: left,
      right: server.createDatabase('right'),
      again: left,
    });
    const right = { ...env, TEST_DATABASES, MONEYPOSITIVE_DATABASES: 'right' };
    const working = start(folder, 'step', { ...right, ...step('slow', '5') });
    await working.says(/slow: started/);
    const all = { ...right, ...step('slow', '0'), MONEYPOSITIVE_DATABASES: 'default,again,right' };
    const waiting = start(folder, 'step', all);
    await waiting.says(/another init Job holds the lock on "right"/);
    const meanwhile = await run(folder, 'step', {
      ...right,
      ...step('slow', '0'),
      MONEYPOSITIVE_DATABASES: 'default',
    });
    expect(meanwhile.code).toBe(0);
    expect(waiting.output()).not.toContain('slow: started');
    expect([await working.ended, await waiting.ended]).toEqual([0, 0]);
  });
});
