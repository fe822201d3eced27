/** Runs the scripts as the containers of a pod do: through `manage.py shell`, as process 1, input by environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach } from 'vitest';
import { AS_PROCESS_1, PYTHON } from './tools.ts';

const SCRIPTS = resolve(import.meta.dirname, '../../src/resources/scripts');

export const RELEASE = '0123456789abcdef'.repeat(4);
export const JOB = 'shop-init-01234567';

/** A container that runs or ran. */
export interface Container {
  /** What it wrote so far, stdout and stderr together. */
  readonly output: () => string;
  /** Its exit code; 128 + n if signal n ended it. */
  readonly ended: Promise<number>;
  /** Sends a signal to its process 1, as the kubelet does. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Resolves when the output matches; rejects with the output when the container ends without a match. */
  readonly says: (pattern: RegExp) => Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

/** How a program is started: as process 1, or as a child of an init program that is process 1. */
export type Start = 'process 1' | 'below an init';

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const process of running) process.kill('SIGKILL');
  running.clear();
});

/** Starts a container whose working directory is the project's folder. */
export function start(
  folder: string,
  script: 'gate' | 'step' | 'record',
  env: Environment,
  as: Start = 'process 1',
): Container {
  const code = `import runpy; runpy.run_path('${SCRIPTS}/${script}.py')`;
  const argv = [PYTHON, 'manage.py', 'shell', '-v', '0', '-c', code];
  return as === 'process 1'
    ? startAsProcess1(AS_PROCESS_1, argv, folder, environment(env))
    : launch(argv, folder, environment(env), (child) => child.pid);
}

/** Starts a program below one that makes a PID namespace, in which the program is process 1. */
export function startAsProcess1(
  unshare: readonly string[],
  argv: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Container {
  return launch([...unshare, ...argv], folder, env, (child) => firstChild(child.pid));
}

function launch(
  [program = '', ...args]: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
  pidOf: (child: ChildProcess) => number | undefined,
): Container {
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return observe(child, () => pidOf(child));
}

/** Runs a container to its end: its exit code and output. */
export async function run(
  folder: string,
  script: 'gate' | 'step' | 'record',
  env: Environment,
): Promise<{ readonly code: number; readonly output: string }> {
  const container = start(folder, script, env);
  return { code: await container.ended, output: container.output() };
}

/** The environment of a step: what `manage.py` is to do. */
export function step(...argv: readonly string[]): Environment {
  return { MONEYPOSITIVE_STEP: JSON.stringify(argv) };
}

function environment(env: Environment): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    PYTHONPATH: process.env['PYTHONPATH'],
    PYTHONDONTWRITEBYTECODE: '1',
    MONEYPOSITIVE_RELEASE: RELEASE,
    MONEYPOSITIVE_DATABASES: 'default',
    MONEYPOSITIVE_JOB: 'shop-init',
    MONEYPOSITIVE_DEADLINE_SECONDS: '60',
    MONEYPOSITIVE_MANAGE: JSON.stringify([PYTHON, 'manage.py']),
    MONEYPOSITIVE_STEP: JSON.stringify(['migrate', '--noinput']),
    ...env,
  };
}

function observe(child: ChildProcess, pid: () => number | undefined): Container {
  let text = '';
  const onText = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of onText) look();
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : 15)));
  });
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(text)) resolve();
      };
      onText.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before saying ${pattern}:\n${text}`)));
    });
  const signal = (name: NodeJS.Signals): void => {
    const target = pid();
    if (target === undefined) throw new Error('the process has no number: it did not start, or has ended');
    process.kill(target, name);
  };
  return { output: () => text, ended, signal, says };
}

/** `unshare` stays outside of the namespace that it makes; its child is process 1 inside. */
function firstChild(pid: number | undefined): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? undefined : Number(children.split(' ')[0]);
}
