/** A network of a test's own, as a pod has one: every port is free, and names of Services lead to it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './servers.ts';

export interface Network {
  /** Starts a program in it. */
  readonly enter: readonly string[];
  /** The file that is `/etc/hosts` there. */
  readonly hosts: string;
}

/** A new network, gone after the test. `services` are names that lead to whatever listens in it. */
export async function newNetwork(services: readonly string[]): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-network-'));
  const hosts = join(folder, 'hosts');
  writeFileSync(hosts, `127.0.0.1 ${['localhost', ...services].join(' ')}\n`, { mode: 0o644 });
  const keeper = spawn('unshare', ['--net', '--kill-child=KILL', 'sleep', '600'], { stdio: 'ignore' });
  onTestFinished(() => {
    keeper.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  const namespace = `/proc/${keeper.pid}/ns/net`;
  await until(() => existsSync(namespace) && readlinkSync(namespace) !== readlinkSync('/proc/self/ns/net'));
  const enter = ['nsenter', `--net=${namespace}`];
  spawnSync('nsenter', [`--net=${namespace}`, 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
  return { enter, hosts };
}
