/** The order of a release on PostgreSQL: the gate waits, the Job migrates and records, the gate opens. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, JOB, RELEASE, run, start, step } from './container.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { CREATE_ITEM, FAIL, type Migrations, writeProject } from './project.ts';
import { describeWith } from './tools.ts';

const MARKERS = `SELECT app, name FROM django_migrations WHERE app LIKE '\\_%' ORDER BY 1, 2`;

describeWith(['python3 with a PostgreSQL driver', 'postgres'], 'gate and Job on PostgreSQL', () => {
  let server: Postgres;
  const root = mkdtempSync(join(tmpdir(), 'moneypositive-project-'));
  beforeAll(async () => {
    server = await newPostgres();
  });
  afterAll(async () => {
    await server.remove();
    rmSync(root, { recursive: true });
  });

  /** A project and an empty database of one name. */
  function install(
    name: string,
    migrations: Migrations,
  ): { readonly folder: string; readonly env: Environment } {
    const folder = join(root, name);
    writeProject(folder, migrations);
    const databases = { default: server.createDatabase(name) };
    return { folder, env: { TEST_DATABASES: JSON.stringify(databases) } };
  }

  test('a fresh install: waits for migrations, then for the record, then opens; a second record adds nothing', async () => {
    const { folder, env } = install('fresh', { '0001_item': CREATE_ITEM });
    const gate = start(folder, 'gate', env);
    await gate.says(
      /waiting: migrations are not applied to "default" yet: \d+, the first is \w+\.0001_initial\n/,
    );
    expect((await run(folder, 'step', env)).code).toBe(0);
    await gate.says(new RegExp(`waiting: Job ${JOB} has not recorded this release yet\n`));
    const recorded = [await run(folder, 'record', env), await run(folder, 'record', env)];
    expect(recorded.map(({ code }) => code)).toEqual([0, 0]);
    expect(await gate.ended).toBe(0);
    const changes = gate
      .output()
      .trim()
      .split('\n')
      .map((line) => line.replace(/ yet: .*/, ''));
    expect([...new Set(changes)]).toEqual([
      'waiting: migrations are not applied to "default"',
      `waiting: Job ${JOB} has not recorded this release yet`,
      'open for release 01234567',
    ]);
    expect(server.sql('fresh', MARKERS)).toBe(`_release|${RELEASE}`);

    // The next release waits for its own record; the code before a migration opens on the schema after it.
    const next = { ...env, MONEYPOSITIVE_RELEASE: 'f'.repeat(64), MONEYPOSITIVE_DEADLINE_SECONDS: '2' };
    expect((await run(folder, 'gate', next)).code).toBe(1);
    server.sql(
      'fresh',
      `INSERT INTO django_migrations (app, name, applied) VALUES ('shop', '0002_newer', now())`,
    );
    expect((await run(folder, 'gate', env)).code).toBe(0);
    // Django itself takes no notice of the rows.
    const check = await run(folder, 'step', { ...env, ...step('migrate', '--check') });
    expect(check.code).toBe(0);
  });

  test('after the deadline it names the Job and the two ways out', async () => {
    const { folder, env } = install('overdue', { '0001_item': CREATE_ITEM });
    const { code, output } = await run(folder, 'gate', { ...env, MONEYPOSITIVE_DEADLINE_SECONDS: '2' });
    expect(code).toBe(1);
    expect(output).toContain('not open after 2 s');
    expect(output).toContain(`kubectl delete job ${JOB}`);
    expect(output).toContain('init.revision');
  });

  test('a database that is not migrated by the Job is not looked at; one that is, is', async () => {
    const { folder, env } = install('several', { '0001_item': CREATE_ITEM });
    const [first, second] = [
      JSON.parse(env['TEST_DATABASES'] ?? '').default,
      server.createDatabase('unmigrated'),
    ];
    const both = { TEST_DATABASES: JSON.stringify({ default: first, second }) };
    await run(folder, 'step', both);
    await run(folder, 'record', both);
    expect((await run(folder, 'gate', both)).code).toBe(0);
    const watching = {
      ...both,
      MONEYPOSITIVE_DATABASES: 'default,second',
      MONEYPOSITIVE_DEADLINE_SECONDS: '3',
    };
    const { code, output } = await run(folder, 'gate', watching);
    expect(output).toContain('migrations are not applied to "second" yet');
    expect(code).toBe(1);
  });

  test('a failing migration: its exit code, and the gate stays shut; the repaired one opens it', async () => {
    const { folder, env } = install('failing', { '0001_item': CREATE_ITEM, '0002_bad': FAIL });
    const failed = await run(folder, 'step', env);
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(/ended with code 1\n/);
    const shut = await run(folder, 'gate', { ...env, MONEYPOSITIVE_DEADLINE_SECONDS: '3' });
    expect(shut.output).toContain('yet: 1, the first is shop.0002_bad');
    writeProject(folder, { '0001_item': CREATE_ITEM, '0002_bad': 'migrations.RunSQL("SELECT 1")' });
    expect((await run(folder, 'step', env)).code).toBe(0);
    await run(folder, 'record', env);
    expect((await run(folder, 'gate', env)).code).toBe(0);
  });

  test('a once step runs once, also in a later release; after a failure it runs again', async () => {
    const { folder, env } = install('once', {});
    const file = join(folder, 'noted');
    const once = { ...env, ...step('note', file, 'ran'), MONEYPOSITIVE_ONCE: 'shop/seed' };
    expect((await run(folder, 'step', { ...once, ...step('ends', '4') })).code).toBe(4);
    expect((await run(folder, 'step', once)).code).toBe(0);
    const again = await run(folder, 'step', { ...once, MONEYPOSITIVE_RELEASE: 'f'.repeat(64) });
    expect(again.code).toBe(0);
    expect(again.output).toContain('skipped: shop/seed');
    expect(readFileSync(file, 'utf8')).toBe('ran\n');
    expect(server.sql('once', MARKERS)).toBe('_release_once|shop/seed');
  });

  test('SIGTERM ends the gate at once, as process 1 and below an init program', async () => {
    const { folder, env } = install('term', { '0001_item': CREATE_ITEM });
    for (const as of ['process 1', 'below an init'] as const) {
      const gate = start(folder, 'gate', env, as);
      await gate.says(/waiting/);
      const asked = Date.now();
      gate.signal('SIGTERM');
      expect(await gate.ended).toBe(143);
      expect(Date.now() - asked).toBeLessThan(1000);
    }
  });

  test('a database that hangs delays neither SIGTERM nor the deadline', async () => {
    const { folder, env } = install('hangs', { '0001_item': CREATE_ITEM });
    const gates = ['40', '4'].map((seconds) =>
      start(folder, 'gate', { ...env, MONEYPOSITIVE_DEADLINE_SECONDS: seconds }),
    );
    for (const gate of gates) await gate.says(/waiting/);
    const backends = server
      .sql('hangs', `SELECT pid FROM pg_stat_activity WHERE usename = 'hangs'`)
      .split('\n');
    for (const pid of backends) process.kill(Number(pid), 'SIGSTOP');
    try {
      expect(await gates[1]?.ended).toBe(1);
      expect(gates[1]?.output()).toContain('not open after 4 s');
      gates[0]?.signal('SIGTERM');
      expect(await gates[0]?.ended).toBe(143);
    } finally {
      for (const pid of backends) process.kill(Number(pid), 'SIGCONT');
    }
  });

  test('the gate sees what commits while it waits even where settings turn autocommit off', async () => {
    const { folder, env } = install('manual', { '0001_item': CREATE_ITEM });
    const { default: database } = JSON.parse(env['TEST_DATABASES'] ?? '');
    const options = { isolation_level: 3 /* SERIALIZABLE: one snapshot for a whole transaction */ };
    const manual = {
      TEST_DATABASES: JSON.stringify({ default: { ...database, AUTOCOMMIT: false, OPTIONS: options } }),
    };
    const gate = start(folder, 'gate', manual);
    await gate.says(/waiting: migrations/);
    await run(folder, 'step', env);
    await run(folder, 'record', manual);
    expect(await gate.ended).toBe(0);
  });
});
