/** The program as it is shipped: bundled, in a process of its own, with real pipes and files. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPTIONS } from '../tools/build/bundle.ts';
import { BROKEN, FOREIGN, stack } from './hosts/cli/stacks.ts';

const folder = mkdtempSync(join(tmpdir(), 'moneypositive-'));
const program = join(folder, 'moneypositive.cjs');

beforeAll(async () => {
  await build({ ...OPTIONS, entryPoints: ['src/main.ts'], outfile: program });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** More than 5 MB of other people's manifests, none of them ours to change. */
const LARGE = Array.from({ length: 100 }, (_, index) =>
  FOREIGN.replace('settings', `settings-${index}`).replace("'yes'", `'${'yes '.repeat(14_000)}'`),
).join('---\n');

function start(...argv: readonly string[]): ChildProcessWithoutNullStreams {
  // No code is made at run time, so the program also runs where that is forbidden.
  const node = ['--disallow-code-generation-from-strings', program];
  return spawn(process.execPath, [...node, ...argv], { cwd: folder });
}

async function run(argv: readonly string[], stdin = '') {
  const child = start(...argv);
  child.stdin.end(stdin);
  return outcome(child);
}

async function outcome(child: ChildProcessWithoutNullStreams) {
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, exitCode: await exit };
}

describe('pipes', () => {
  it('takes more than 5 MB from a slow writer and gives them to a slow reader, byte for byte', async () => {
    expect(LARGE.length).toBeGreaterThan(5_000_000);
    const child = start();
    child.stdin.write(LARGE.slice(0, 100_000));
    await setTimeout(100);
    child.stdin.end(LARGE.slice(100_000));
    // Whoever doesn't read yet leaves the program with a full pipe.
    await setTimeout(1000);
    const { stdout, stderr, exitCode } = await outcome(child);
    expect(stdout === LARGE).toBe(true);
    expect({ stderr, exitCode }).toEqual({
      stderr: expect.stringContaining('[MP-NOTHING-TO-DO]'),
      exitCode: 0,
    });
  }, 60_000);

  it('says nothing of a reader that has seen enough', async () => {
    const child = start('post-render');
    child.stdout.once('data', () => child.stdout.destroy());
    const stderr = text(child.stderr);
    const exit = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end(`${stack()}---\n${LARGE}`);
    expect({ stderr: await stderr, exitCode: await exit }).toEqual({ stderr: '', exitCode: 0 });
  }, 60_000);

  it.skipIf(!existsSync('/dev/full'))('fails where its output can not be written', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program, 'schema'], { stdio: ['ignore', full, 'pipe'] });
    const exit = new Promise((resolve) => child.on('close', resolve));
    expect(await text(child.stderr ?? Readable.from([]))).toBe(
      "moneypositive: can't write to stdout: no space left on device\n",
    );
    expect(await exit).toBe(2);
  });
});

describe('exit codes and messages', () => {
  it.each([
    [['--version'], '', 0],
    [['post-render'], stack(), 0],
    [[], BROKEN, 1],
    [['validate', '-'], BROKEN, 1],
    [['fn'], '', 1],
    [['render', 'nowhere.yaml'], '', 2],
    [['rendr'], '', 2],
  ])('%j', async (argv, stdin, expected) => {
    const { stderr, exitCode } = await run(argv, stdin);
    expect(exitCode).toBe(expected);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('says which folder it can not read', async () => {
    expect(await run(['render', '-', '-o', program], stack())).toMatchObject({
      stderr: `error: ${program} is a file; -o takes the name of a folder\n`,
      exitCode: 2,
    });
  });
});

describe('files', () => {
  it('are read from folders and written to one, the same when it runs again', async () => {
    mkdirSync(join(folder, 'k8s/sub'), { recursive: true });
    writeFileSync(join(folder, 'k8s/shop.yaml'), stack());
    writeFileSync(join(folder, 'k8s/settings.yaml'), FOREIGN);
    writeFileSync(join(folder, 'k8s/sub/broken.yaml'), BROKEN);
    const first = await run(['render', 'k8s', '-o', 'a/b']);
    expect(first).toMatchObject({ stderr: '', exitCode: 0 });
    const names = readdirSync(join(folder, 'a/b'));
    expect(names).toContain('deployment_shop-app.yaml');
    expect(readFileSync(join(folder, 'a/b/configmap_settings.yaml'), 'utf8')).toBe(FOREIGN);
    const { stdout } = await run(['render', 'k8s', '-o', 'a/b']);
    expect(stdout).toBe(`a/b: 0 created, 0 updated, 0 removed, ${names.length} unchanged\n`);
  });

  it('are removed when they are stale', async () => {
    writeFileSync(join(folder, 'till.yaml'), stack({ name: 'till', spec: '  workers: {default: {}}\n' }));
    await run(['render', 'till.yaml', '-o', 'till']);
    expect(readdirSync(join(folder, 'till'))).toContain('deployment_till-worker-default.yaml');
    writeFileSync(join(folder, 'till.yaml'), stack({ name: 'till' }));
    await run(['render', 'till.yaml', '-o', 'till']);
    expect(readdirSync(join(folder, 'till'))).not.toContain('deployment_till-worker-default.yaml');
    expect(readdirSync(join(folder, 'till'))).toContain('deployment_till-app.yaml');
  });
});
