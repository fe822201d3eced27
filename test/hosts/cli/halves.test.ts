/** `render --only init` and `--except init`. */
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { examples } from '../../support/examples.ts';
import { objectsOfStream } from '../../support/manifests.ts';
import { memoryIo } from './memory-io.ts';
import { FOREIGN, stack } from './stacks.ts';

type Files = Readonly<Record<string, string>>;

const WITHOUT_INIT = stack({ name: 'till', spec: '  init: {migrate: false}\n' });

function render(files: Files, ...options: readonly string[]) {
  return runProgram(['render', ...options, ...Object.keys(files)], memoryIo(files));
}

async function names(files: Files, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await render(files, ...options);
  return objectsOfStream(stdout).map(({ kind, metadata }) => `${kind} ${metadata?.name}`);
}

describe('render --only init', () => {
  it('prints the Job and what it needs', async () => {
    expect(await names({ 'shop.yaml': stack({ spec: '  redis: {}\n' }) }, '--only', 'init')).toEqual([
      'ServiceAccount shop',
      expect.stringMatching(/^ConfigMap shop-scripts-v\d+$/),
      'StatefulSet shop-redis',
      'Service shop-redis',
      expect.stringMatching(/^Job shop-init-[0-9a-f]{8}$/),
      'NetworkPolicy shop',
      'NetworkPolicy shop-app',
      'NetworkPolicy shop-redis',
    ]);
  });

  it('prints what is not generated: the Job may read it', async () => {
    const { stdout } = await render({ 'a.yaml': FOREIGN, 'b.yaml': stack() }, '--only', 'init');
    expect(stdout.startsWith(FOREIGN)).toBe(true);
    expect((await render({ 'a.yaml': FOREIGN, 'b.yaml': stack() }, '--except=init')).stdout).not.toContain(
      '2019',
    );
  });

  it('prints nothing of a stack without init, and says so where there is no other', async () => {
    const files = { 'a.yaml': FOREIGN, 'till.yaml': WITHOUT_INIT };
    expect(await render(files, '--only=init')).toEqual({
      stdout: '',
      stderr:
        'input: warning: no stack here has an init Job: `--only init` prints nothing, `--except init` everything [MP-INIT-NONE]\n',
      exitCode: 0,
    });
    const both = await render({ ...files, 'shop.yaml': stack() }, '--only=init');
    expect(both.stderr).toBe('');
    expect(both.stdout).not.toContain('name: till');
  });
});

describe('render --except init', () => {
  it('prints all of a stack without init', async () => {
    const files = { 'a.yaml': FOREIGN, 'till.yaml': WITHOUT_INIT };
    expect(await render(files, '--except=init')).toEqual(await render(files));
  });
});

describe('the halves', () => {
  it.each(examples().filter(({ isInvalid }) => !isInvalid))('of $name are the whole', async ({ text }) => {
    const files = { 'a.yaml': FOREIGN, 'shop.yaml': text, 'till.yaml': WITHOUT_INIT };
    const first = await names(files, '--only=init');
    const second = await names(files, '--except=init');
    expect([...first, ...second].sort()).toEqual([...(await names(files))].sort());
    expect(second.filter((name) => name.startsWith('Job '))).toEqual([]);
  });

  it.each([
    [['--only', 'init', '--except', 'init'], "'--only <part>' cannot be used with option '--except <part>'"],
    [['--only', 'init', '-o', 'out'], "'--only <part>' cannot be used with option '-o, --output <folder>'"],
    [
      ['--except', 'init', '-o', 'out'],
      "'--except <part>' cannot be used with option '-o, --output <folder>'",
    ],
    [['--only', 'inti'], 'Allowed choices are init.'],
    [['--except'], 'Allowed choices are init.'],
  ])('are asked for one at a time: %j is wrong usage', async (options, message) => {
    const { stdout, stderr, exitCode } = await render({ 'shop.yaml': stack() }, ...options);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(message);
  });
});
