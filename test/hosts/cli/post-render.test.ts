import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { runPostRenderer } from '../../../src/hosts/helm.ts';
import { memoryIo, noSuchFile } from './memory-io.ts';
import { BROKEN, FOREIGN, stack } from './stacks.ts';

const FILES = { 'shop.yaml': stack(), 'other.yaml': stack({ name: 'other' }), 'broken.yaml': BROKEN };

function run(args: readonly string[], io = memoryIo(FILES, { stdin: FOREIGN })) {
  return runProgram(['post-render', ...args], io);
}

describe('post-render --config', () => {
  it('expands files beside the chart, as often as it is given', async () => {
    const { stdout, stderr, exitCode } = await run(['--config', 'shop.yaml', '--config=other.yaml']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.startsWith(FOREIGN)).toBe(true);
    expect(stdout).toContain('name: shop-app');
    expect(stdout).toContain('name: other-app');
  });

  it('reads a file that is named twice once', async () => {
    expect(await run(['--config=shop.yaml', '--config=./shop.yaml'])).toEqual(
      await run(['--config=shop.yaml']),
    );
  });

  it('names file, line and column of an error, and prints nothing', async () => {
    const { stdout, stderr, exitCode } = await run(['--config=broken.yaml']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^broken\.yaml:15:11: error: /);
  });

  it.each([
    ['--config=none.yaml', 'error: none.yaml: no such file or directory\n'],
    ['--config=-', 'error: --config takes the name of a file: the chart comes from stdin\n'],
    ['--config=', 'error: --config takes the name of a file: the chart comes from stdin\n'],
  ])('refuses %s', async (option, stderr) => {
    expect(await run([option])).toEqual({ stdout: '', stderr, exitCode: 2 });
  });
});

describe('post-render --log', () => {
  const logOf = async (args: readonly string[]) => {
    const io = memoryIo({ ...FILES, 'run.log': 'of an earlier run\n' }, { stdin: FOREIGN });
    const { stderr, exitCode } = await run(['--log', 'run.log', ...args], io);
    return { log: io.files.get('run.log'), stderr, exitCode };
  };

  it('holds what is said on stderr', async () => {
    const { log, stderr, exitCode } = await logOf(['--config=broken.yaml']);
    expect(log).toMatch(/^broken\.yaml:15:11: error: /);
    expect({ log, exitCode }).toEqual({ log: stderr, exitCode: 1 });
  });

  it('holds nothing of an earlier run', async () => {
    expect(await logOf(['--config=shop.yaml'])).toEqual({ log: 'no findings\n', stderr: '', exitCode: 0 });
  });

  it.each([
    ['a file that is missing', '--config=none.yaml'],
    ['an unknown option', '--confg=shop.yaml'],
    ['an option without its value', '--config'],
    ['a file too many', 'shop.yaml'],
  ])('holds wrong usage: %s', async (_, option) => {
    const { log, stderr, exitCode } = await logOf([option]);
    expect(log).toContain('error: ');
    expect({ log, exitCode }).toEqual({ log: stderr, exitCode: 2 });
  });

  it('is the last one that is named', async () => {
    const io = memoryIo(FILES, { stdin: FOREIGN });
    await run(['--log=one.log', '--log=two.log'], io);
    expect(io.actions).toEqual(['write two.log']);
  });

  it('fails no good run where it can’t be written', async () => {
    const io = {
      ...memoryIo(FILES, { stdin: FOREIGN }),
      writeFile: () => {
        throw noSuchFile('gone/run.log');
      },
    };
    const output = await run(['--log=gone/run.log'], io);
    const { stderr, ...others } = runPostRenderer(Buffer.from(FOREIGN));
    const warning = "warning: the log can't be written: gone/run.log: no such file or directory\n";
    expect(output).toMatchObject({ ...others, stderr: stderr + warning });
  });
});
