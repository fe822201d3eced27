/** The rendered Redis, worker and beat, run as a kubelet would: they find each other, and stop without losing a task. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newNetwork } from './network.ts';
import { runContainer, runInContainer, startContainer, temporaryFolder } from './pod.ts';
import { newPostgres, type Postgres } from './postgres.ts';
import { startRedis, webStack } from './rendered.ts';
import { describeWith } from './tools.ts';

const PASSWORD = { secretKeyRef: { name: 'shop-redis', key: 'password' } };

/** Where the socket of PostgreSQL is mounted: its port is in another network. */
const SOCKET = '/run/postgresql';

describeWith(['root, to mount', 'redis-server'], 'the rendered Redis', () => {
  test.each([
    ['with a password, on a volume', { password: PASSWORD }, '1'],
    ['without one, in memory', { storage: false as const }, ''],
  ])('%s: is ready, and keeps what it is to keep', async (_title, redis, kept) => {
    const network = await newNetwork(['shop-redis']);
    const stack = webStack({ redis }, { network, claims: { data: temporaryFolder('redis') } });
    const first = await startRedis(stack);
    expect(await first.cli('SET', 'queue', '1')).toBe('OK');
    expect(await first.cli('CONFIG', 'GET', 'maxmemory')).toContain(`${192 * 2 ** 20}`);
    expect(await first.cli('CONFIG', 'GET', 'maxmemory-policy')).toContain('noeviction');
    first.container.signal('SIGTERM');
    expect(await first.container.ended).toBe(0);
    const second = await startRedis(stack);
    expect(await second.cli('GET', 'queue')).toBe(kept);
  });
});

describeWith(
  ['root, to mount', 'redis-server', 'celery', 'python3 with a PostgreSQL driver', 'postgres'],
  'the rendered worker and beat',
  () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await newPostgres();
    });
    afterAll(() => server.remove());

    const install = async (scheduler: 'database' | 'persistent') =>
      webStack(
        {
          manage: ['python', '-m', 'django'],
          volumes: [{ name: 'socket', persistentVolumeClaim: { claimName: 'socket' } }],
          volumeMounts: [{ name: 'socket', mountPath: SOCKET }],
          redis: { password: PASSWORD },
          workers: {
            default: {
              queues: ['celery'],
              prefetchMultiplier: 1,
              maxTasksPerChild: 9,
              taskTimeLimitSeconds: 60,
            },
          },
          beat: { scheduler },
        },
        {
          network: await newNetwork(['shop-redis']),
          databases: { default: { ...server.createDatabase(scheduler), HOST: SOCKET } },
          claims: {
            socket: server.folder,
            data: temporaryFolder('redis'),
            schedule: temporaryFolder('schedule'),
          },
        },
      );

    test.each(['database', 'persistent'] as const)(
      'beat (%s) sends tasks, the worker runs them and finishes the last one after SIGTERM',
      async (scheduler) => {
        const stack = await install(scheduler);
        const { node, pod } = stack;
        await startRedis(stack);
        for (const name of ['migrate', 'record']) {
          expect(await runContainer(node, pod('init'), name)).toMatchObject({ code: 0 });
        }
        const worker = startContainer(node, pod('worker-default'), 'worker');
        await worker.says(/ready: default@\S+/);
        const beat = startContainer(node, pod('beat'), 'beat');
        await worker.says(/tick: ran/);
        // What one that was killed leaves behind must not keep the next one from starting.
        beat.signal('SIGKILL');
        await beat.ended;
        const next = startContainer(node, pod('beat'), 'beat');
        await next.says(/beat: Starting/);
        next.signal('SIGTERM');
        expect(await next.ended).toBe(0);
        const call = ['celery', '--app=shop', 'call', 'shop.slow'];
        expect(await runInContainer(node, pod('app'), 'app', call)).toMatchObject({ code: 0 });
        await worker.says(/slow: started/);
        worker.signal('SIGTERM');
        expect(await worker.ended).toBe(0);
        expect(worker.output()).toContain('slow: finished');
      },
    );
  },
);
