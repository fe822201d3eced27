/** Releases as the program renders them, on PostgreSQL: the containers of the Job and the gates, run as a kubelet would. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { projectWith, startContainer, temporaryFolder } from './pod.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { CREATE_ITEM, type Migrations } from './project.ts';
import { gateOf, type Release, runJob, toRelease } from './release.ts';
import { render } from './rendered.ts';
import { describeWith } from './tools.ts';

const V1: Migrations = { '0001_item': CREATE_ITEM };
const ADD_STOCK = `migrations.AddField('Item', 'stock', models.IntegerField(default=0))`;

const GROUPS = '[{"model": "auth.group", "pk": 1, "fields": {"name": "cashiers", "permissions": []}}]';

/** `note FILE TEXT` of the tests' project tells what ran, and with what. */
const INIT = {
  fixtures: [{ path: 'groups' }],
  commands: [
    { run: ['note', '/var/lib/notes/each', '$(REGION) $(TOKEN) $$(REGION)'] },
    {
      run: ['note', '/var/lib/notes/once', 'seeded with $(TOKEN)'],
      name: 'seed',
      once: true,
      env: { TOKEN: { secretKeyRef: { name: 'shop-seed', key: 'token' } } },
    },
  ],
};

const STACK: Partial<MoneyPositiveSpec> = {
  env: { REGION: 'eu' },
  volumes: [{ name: 'notes', persistentVolumeClaim: { claimName: 'notes' } }],
  volumeMounts: [{ name: 'notes', mountPath: '/var/lib/notes' }],
  workers: { default: {} },
  beat: {},
  init: INIT,
};

describeWith(['root, to mount', 'python3 with a PostgreSQL driver', 'postgres'], 'rendered releases', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await newPostgres();
  });
  afterAll(() => server.remove());

  /** A database, what renders releases for it, and what their steps noted. */
  function install(database: string) {
    const databases = { default: server.createDatabase(database) };
    const secrets = {
      'shop-secrets': { TEST_DATABASES: JSON.stringify(databases), TOKEN: 'from "everywhere"' },
      'shop-seed': { token: `it's "quoted" $(REGION)` },
    };
    const notes = temporaryFolder('notes');
    const release = (spec: Partial<MoneyPositiveSpec> = {}, migrations: Migrations = V1): Release =>
      toRelease(render({ ...STACK, ...spec }), {
        project: projectWith(migrations, { 'shop/fixtures/groups.json': GROUPS }),
        secrets,
        claims: { notes },
      });
    const noted = () =>
      Object.fromEntries(readdirSync(notes).map((file) => [file, readFileSync(join(notes, file), 'utf8')]));
    return { release, noted };
  }

  test('a fresh install: every pod waits, each container of the Job runs in turn, every pod starts', async () => {
    const { release, noted } = install('fresh');
    const first = release();
    expect(first.waiting).toHaveLength(3);
    const gates = first.waiting.map((pod) => startContainer(first.node, pod, 'gate'));
    await Promise.all(gates.map((gate) => gate.says(/waiting: migrations are not applied to "default" yet/)));
    expect(await runJob(first)).toEqual(['migrate', 'fixture-groups', 'note', 'seed', 'record']);
    expect(await Promise.all(gates.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(gates[0]?.output()).toContain(`waiting: Job ${first.jobName} has not recorded this release yet`);
    expect(noted()).toEqual({
      each: 'eu from "everywhere" $(REGION)\n',
      once: `seeded with it's "quoted" $(REGION)\n`,
    });
    expect(server.sql('fresh', 'SELECT name FROM auth_group')).toBe('cashiers');
  });

  test('each release needs a record of its own; a rollback needs none, and once is once', async () => {
    const { release, noted } = install('releases');
    const first = release();
    await runJob(first);
    expect(await gateOf(first)).toBe('open');

    // Nothing to migrate, and yet another release: its commands and fixtures have not run.
    const second = release({ version: '2' });
    const withAnotherVariable = release({ version: '2', env: { REGION: 'us' } });
    const migrating = release({ version: '3' }, { ...V1, '0002_stock': ADD_STOCK });
    for (const next of [second, withAnotherVariable, migrating]) {
      expect(next.jobName).not.toBe(first.jobName);
      expect(await gateOf(next)).toBe('shut');
      await runJob(next);
      expect(await gateOf(next)).toBe('open');
    }
    expect(noted()['each']).toBe(
      ['eu', 'eu', 'us', 'eu'].map((region) => `${region} from "everywhere" $(REGION)\n`).join(''),
    );
    expect(noted()['once']?.match(/seeded/g)).toHaveLength(1);

    // The code of the first release on the schema of the last: the same Job, which is complete, and an open gate.
    const back = release();
    expect(back.jobName).toBe(first.jobName);
    expect(await gateOf(back)).toBe('open');
    // What is not the Job's own is no release.
    const appOnly = release({ app: { concurrency: 7 } });
    expect(appOnly.jobName).toBe(first.jobName);
    expect(await gateOf(appOnly)).toBe('open');
  });

  test('a step that fails ends the pod, and the gate stays shut', async () => {
    const { release, noted } = install('failing');
    const broken = release({
      init: { commands: [{ run: ['ends', '3'] }, { run: ['note', '/var/lib/notes/after'] }] },
    });
    expect(await runJob(broken)).toEqual(['migrate', 'ends: 3']);
    expect(await gateOf(broken)).toBe('shut');
    expect(noted()).toEqual({});
  });
});
