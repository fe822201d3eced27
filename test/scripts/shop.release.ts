/** The example django-shop, as rendered, on PostgreSQL: what goes wrong around its init Job, and what the database has then. */
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { objectsOfStream } from '../support/manifests.ts';
import { runContainer, startContainer, temporaryFolder } from './pod.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { gateOf, type Release, runJob, toRelease } from './release.ts';
import { render } from './rendered.ts';
import { describeWith, PYTHON } from './tools.ts';

const EXAMPLE = 'examples/django-shop';

const IMAGE = 'registry.example.com/django-shop';

const STEPS = ['migrate', 'fixture-samples', 'reconcile', 'record'];

/** All that a release leaves in the database. */
const STATE = `
  SELECT (SELECT string_agg(reference || ' ' || total, ', ' ORDER BY reference) FROM orders_order),
    (SELECT count(*) FROM django_migrations WHERE app = 'orders'),
    (SELECT count(*) FROM django_migrations WHERE app = '_release'),
    (SELECT count(*) FROM django_migrations WHERE app = '_release_once')`;

describeWith(
  ['root, to mount', 'python3 with a PostgreSQL driver', 'postgres', 'celery'],
  'django-shop',
  () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await newPostgres();
    });
    afterAll(() => server.remove());

    /** What renders releases of the shop for a new database. */
    function install(database: string) {
      const { HOST, PORT, USER, PASSWORD } = server.createDatabase(database);
      return (changes: Partial<MoneyPositiveSpec> = {}, password = PASSWORD): Release =>
        toRelease(render(pinned({ ...exampleSpec(), ...changes })), {
          project: projectOfExample(),
          secrets: {
            'shop-secrets': {
              SECRET_KEY: 'tests only',
              DATABASE_URL: `postgres://${USER}:${password}@${HOST}:${PORT}/${database}`,
            },
            'shop-redis': { password: 'unused', url: 'redis://nowhere:6379/0' },
          },
        });
    }

    test('a Job that is killed, at any moment, is done by the next pod, once', async () => {
      const release = install('killed')();
      for (const step of ['migrate', 'fixture-samples', 'reconcile']) {
        for (const moment of [0, 150, 400]) await killAfter(release, step, moment);
        expect(await gateOf(release)).toBe('shut');
        expect((await runContainer(release.node, release.job, step)).code).toBe(0);
      }
      expect(await runJob(release)).toEqual(STEPS);
      expect(await gateOf(release)).toBe('open');
      expect(server.sql('killed', STATE)).toBe('2021-0001 19.90, 2021-0002 250.00|2|1|1');
    });

    test('two Jobs at once, of two releases: both succeed, one after the other', async () => {
      const release = install('both');
      const both = [release(), release({ version: '1.0.1' })];
      expect(await Promise.all(both.map(runJob))).toEqual([STEPS, STEPS]);
      expect(server.sql('both', STATE)).toBe('2021-0001 19.90, 2021-0002 250.00|2|2|1');
    });

    test('what was edited stays when a fixture is once; another digest or variable runs the rest again', async () => {
      const release = install('edited');
      const withDigest = (digit: string, changes: Partial<MoneyPositiveSpec> = {}) =>
        release({ ...changes, image: `${IMAGE}@sha256:${digit.repeat(64)}` });
      const first = withDigest('0');
      const digest = withDigest('1');
      await runJob(first);
      server.sql('edited', `UPDATE orders_order SET total = 20.00 WHERE id = 1`);
      server.sql(
        'edited',
        `INSERT INTO orders_payment (order_id, amount, requested_at, settled_at) VALUES (1, 20.00, now(), now())`,
      );
      const variable = withDigest('1', { env: { ALLOWED_HOSTS: 'other.example.com' } });
      expect(new Set([first, digest, variable].map(({ jobName }) => jobName)).size).toBe(3);
      expect(await gateOf(variable)).toBe('shut');
      expect(await runJob(digest)).toEqual(STEPS);
      expect(server.sql('edited', 'SELECT total, paid_at IS NULL FROM orders_order WHERE id = 1')).toBe(
        '20.00|f',
      );
      expect(await gateOf(variable)).toBe('shut');
      expect(await runJob(variable)).toEqual(STEPS);
      expect(server.sql('edited', STATE)).toBe('2021-0001 20.00, 2021-0002 250.00|2|3|1');
    });

    test('a database from a backup, while the Job stays complete: the gate is shut until the revision changes', async () => {
      const release = install('restored');
      const next = { version: '1.0.1' };
      await runJob(release());
      server.sql('postgres', 'CREATE DATABASE backup TEMPLATE restored OWNER restored');
      await runJob(release(next));
      expect(await gateOf(release(next))).toBe('open');

      server.sql('postgres', 'DROP DATABASE restored');
      server.sql('postgres', 'ALTER DATABASE backup RENAME TO restored');
      expect(await gateOf(release(next))).toBe('shut');
      expect(await gateOf(release())).toBe('open'); // the former version serves on
      const again = release({ ...next, init: { ...exampleSpec().init, revision: 'restored' } });
      expect(await runJob(again)).toEqual(STEPS);
      expect(await gateOf(again)).toBe('open');
    });

    test('a wrong password ends Job and gate with a message that has no password; the right one recovers', async () => {
      const release = install('password');
      const wrong = release({}, 'wr0ng');
      const refused = await runContainer(wrong.node, wrong.job, 'migrate');
      expect(refused.code).toBe(77);
      expect(refused.output).toContain('the database refuses these credentials: exiting');
      expect(refused.output).not.toContain('wr0ng');
      const [pod] = wrong.waiting;
      if (pod === undefined) throw new Error('there is no pod with a gate');
      expect((await runContainer(wrong.node, pod, 'gate')).code).toBe(77);
      expect(await runJob(release())).toEqual(STEPS); // the same Job, in a pod that reads the Secret anew
      expect(release().jobName).toBe(wrong.jobName);
    });
  },
);

/** Kills a container of the Job some time after its command was started; nothing if it has ended by then. */
async function killAfter({ job, node }: Release, name: string, milliseconds: number): Promise<void> {
  const container = startContainer(node, job, name);
  await container.says(/running: |skipped: /);
  await Promise.race([sleep(milliseconds), container.ended]);
  try {
    container.signal('SIGKILL');
  } catch {
    // It has ended.
  }
  await container.ended;
}

function exampleSpec(): MoneyPositiveSpec {
  const [object] = objectsOfStream(readFileSync(join(EXAMPLE, 'money-positive.yaml'), 'utf8'));
  if (object === undefined || !('spec' in object)) throw new Error('the example has no spec');
  return object.spec as MoneyPositiveSpec;
}

/** An image with a digest has no version beside it. */
function pinned({ version, ...spec }: MoneyPositiveSpec): Partial<MoneyPositiveSpec> {
  return spec.image.includes('@') || version === undefined ? spec : { ...spec, version };
}

/** The example as its image has it. */
function projectOfExample(): string {
  const folder = temporaryFolder('shop');
  cpSync(EXAMPLE, folder, { recursive: true });
  mkdirSync(join(folder, 'bin'));
  symlinkSync(PYTHON, join(folder, 'bin', 'python'));
  return folder;
}
