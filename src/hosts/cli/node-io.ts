/** The real world: Node's files, stdin, stdout and stderr. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { HostOutput } from '../output.ts';
import type { GitResult, Io } from './io.ts';
import { describeSystemError, isSystemError } from './system-error.ts';

export const nodeIo: Io = {
  stdinIsTerminal: () => isatty(0),
  readStdin,
  readFile: (path) => readFileSync(path),
  entryType(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isDirectory() ? 'folder' : 'file';
  },
  listFolder: (path) => readdirSync(path),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  writeFile: (path, text) => writeFileSync(path, text),
  removeFile: (path) => rmSync(path),
  runGit,
  debug: (process.env['MONEYPOSITIVE_DEBUG'] ?? '') !== '',
};

/** Reads by events: hosts hand over non-blocking pipes, on which a synchronous read fails with EAGAIN. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** In English, and without a question to a terminal: what it says is shown, and nobody answers. */
const GIT_ENV = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };

function runGit(args: readonly string[]): GitResult | undefined {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    env: { ...process.env, ...GIT_ENV },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (error && isSystemError(error) && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  return { exitCode: status ?? 1, stdout, stderr: stderr.toString('utf8') };
}

/**
 * Writes what a run comes to. The exit code is set, never forced: `process.exit` would cut off what a slow reader has not
 * taken yet.
 */
export async function writeOutput({ stdout, stderr, exitCode }: HostOutput): Promise<void> {
  process.exitCode = exitCode;
  await write(process.stderr, stderr);
  const failure = await write(process.stdout, stdout);
  if (failure === undefined || isClosedPipe(failure)) return;
  process.exitCode = 2;
  await write(process.stderr, `moneypositive: can't write to stdout: ${describeSystemError(failure)}\n`);
}

/** Resolves when everything is handed over, with the error if it could not be. */
function write(stream: NodeJS.WritableStream, text: string): Promise<Error | undefined> {
  if (text === '') return Promise.resolve(undefined);
  return new Promise((resolve) => {
    // Without a listener Node would throw the error, with a stack trace.
    stream.on('error', resolve);
    stream.write(text, (error) => resolve(error ?? undefined));
  });
}

/** The reader has seen enough (`| head`): that is its right, and no failure of ours. */
function isClosedPipe(error: Error): boolean {
  return isSystemError(error) && error.code === 'EPIPE';
}
