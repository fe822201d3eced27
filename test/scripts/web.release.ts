/** The rendered app, run as a kubelet would: it starts, answers its probes, and stops without losing a request. */
import { spawnSync } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Probe } from '../../src/k8s/models.ts';
import { startContainer } from './pod.ts';
import { webStack } from './rendered.ts';
import { freePort, until } from './servers.ts';
import { describeWith, PYTHON } from './tools.ts';

type Headers = Readonly<Record<string, string>>;

describeWith(['root, to mount', 'gunicorn'], 'the rendered app', () => {
  for (const server of ['gunicorn', 'uvicorn'] as const) {
    const title = `${server}${isThere(server) ? '' : ' (skipped: needs 0.22)'}: answers the rendered probes, and finishes a request after SIGTERM`;
    test.runIf(isThere(server))(title, async () => {
      const port = await freePort();
      const { node, pod } = webStack({
        hosts: ['shop.example.com'],
        app: { server, port, probes: { path: '/healthz' } },
        redis: { urlFrom: { secretKeyRef: { name: 'shop-redis', key: 'url' } } },
      });
      const app = startContainer(node, pod('app'), 'app');
      const probe = pod('app').spec?.containers[0]?.readinessProbe;
      await until(async () => (await status(port, probe?.httpGet?.path ?? '', headersOf(probe))) === 200);
      // Without the headers that the probes send, Django refuses the kubelet.
      expect(await status(port, '/healthz', {})).toBe(400);
      expect(await status(port, '/healthz', { Host: 'shop.example.com' })).toBe(301);
      const slow = status(port, '/slow', headersOf(probe));
      await sleep(700);
      app.signal('SIGTERM');
      expect(await slow).toBe(200);
      expect(await app.ended).toBe(0);
    });
  }
});

/** The status of a response; rejects where there is none. */
function status(port: number, path: string, headers: Headers): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

function headersOf(probe: Probe | undefined): Headers {
  return Object.fromEntries((probe?.httpGet?.httpHeaders ?? []).map(({ name, value }) => [name, value]));
}

/** Debian's uvicorn may be older than 0.22, which has no graceful time-out. */
function isThere(server: 'gunicorn' | 'uvicorn'): boolean {
  const code = `from uvicorn import Config; Config('a', timeout_graceful_shutdown=1)`;
  return server === 'gunicorn' || spawnSync(PYTHON, ['-c', code], { stdio: 'ignore' }).status === 0;
}
