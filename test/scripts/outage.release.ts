/** PostgreSQL that is down, refuses, or is recreated while somebody waits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, run, start } from './container.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { CREATE_ITEM, type Migrations, writeProject } from './project.ts';
import { describeWith } from './tools.ts';

describeWith(['python3 with a PostgreSQL driver', 'postgres'], 'outages of PostgreSQL', () => {
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

  test('down, then up: everybody waits, nobody exits, the gate opens', async () => {
    const { folder, env } = install('down', { '0001_item': CREATE_ITEM });
    await server.stop();
    const early = [start(folder, 'gate', env), start(folder, 'step', env)] as const;
    for (const container of early)
      await container.says(/^waiting for database "default": OperationalError: .*refused/m);
    await server.start();
    await early[0].says(/migrations are not applied/);
    expect(await early[1].ended).toBe(0);
    await early[0].says(/has not recorded/);

    await server.stop(); // in the middle of the gate's wait
    await early[0].says(/has not recorded[\s\S]*waiting for database/);
    await server.start();
    expect((await run(folder, 'record', env)).code).toBe(0);
    expect(await early[0].ended).toBe(0);
  });

  test('refused credentials: a message without the password, and an exit code of its own', async () => {
    const { folder, env } = install('refused', {});
    const { default: database } = JSON.parse(env['TEST_DATABASES'] ?? '');
    const wrong = { TEST_DATABASES: JSON.stringify({ default: { ...database, PASSWORD: 'not-the-one' } }) };
    for (const script of ['gate', 'step', 'record'] as const) {
      const { code, output } = await run(folder, script, wrong);
      expect(code).toBe(77);
      expect(output).toMatch(/^database "default": OperationalError: .*password authentication failed/);
      expect(output).toContain('reads the Secret anew');
      expect(output).not.toContain('not-the-one');
      expect(output.trim().split('\n')).toHaveLength(2);
    }
  });

  test('a database that does not exist yet is waited for', async () => {
    const { folder, env } = install('later', {});
    server.sql('postgres', 'DROP DATABASE later');
    const step = start(folder, 'step', env);
    await step.says(/waiting for database "default": OperationalError: .*does not exist/);
    server.sql('postgres', 'CREATE DATABASE later OWNER later');
    expect(await step.ended).toBe(0);
  });

  test('a database that is recreated while the gate waits', async () => {
    const { folder, env } = install('recreated', { '0001_item': CREATE_ITEM });
    await run(folder, 'step', env);
    const gate = start(folder, 'gate', env);
    await gate.says(/has not recorded/);
    server.sql('postgres', 'DROP DATABASE recreated WITH (FORCE)');
    server.sql('postgres', 'CREATE DATABASE recreated OWNER recreated');
    await gate.says(/has not recorded[\s\S]*migrations are not applied/);
    await run(folder, 'step', env);
    await run(folder, 'record', env);
    expect(await gate.ended).toBe(0);
  });
});
