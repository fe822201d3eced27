import { describe, expect, it } from 'vitest';
import { version } from '../../../package.json';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { memoryIo, noSuchFile } from './memory-io.ts';
import { BROKEN, stack } from './stacks.ts';

const COMMANDS = ['render', 'validate', 'schema', 'fn', 'post-render'] as const;

describe('help and version', () => {
  it('names every command, the exit codes and examples', async () => {
    const { stdout, stderr, exitCode } = await runProgram(['--help'], memoryIo());
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toMatch(/Examples:\n {2}\$ moneypositive render shop\.yaml/);
    expect(stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it.each(COMMANDS)('shows examples for %s, however it is asked', async (command) => {
    const asked = await runProgram([command, '--help'], memoryIo());
    expect(asked.stdout).toMatch(/Examples:\n {2}\$ .*moneypositive/);
    expect(asked).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await runProgram(['help', command], memoryIo())).toEqual(asked);
  });

  it('keeps every line within 80 columns', async () => {
    for (const argv of [['--help'], ...COMMANDS.map((command) => [command, '--help'])]) {
      const { stdout } = await runProgram(argv, memoryIo());
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it.each(['--version', '-V'])('prints the version of the package for %s', async (option) => {
    const output = await runProgram([option], memoryIo());
    expect(output).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });
});

describe('wrong usage', () => {
  it.each([
    [['rendr', 'shop.yaml'], "error: unknown command 'rendr'\n(Did you mean render?)\n"],
    [['shop.yaml'], "error: unknown command 'shop.yaml'\n"],
    [
      ['render', '--ouptut', 'x', 'shop.yaml'],
      "error: unknown option '--ouptut'\n(Did you mean --output?)\n",
    ],
    [['validate', '--format', 'yaml'], "error: option '--format <format>' argument 'yaml' is invalid."],
    [['schema', 'shop.yaml'], "error: too many arguments for 'schema'. Expected 0 arguments but got 1"],
    [['fn', 'shop.yaml'], "error: too many arguments for 'fn'."],
    [['help', 'rendr'], ''],
  ])('%j is exit code 2, and says why on stderr', async (argv, message) => {
    const { stdout, stderr, exitCode } = await runProgram(argv, memoryIo({ 'shop.yaml': stack() }));
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).not.toBe('');
  });

  it('says how to render a file that was named without a command', async () => {
    const { stderr } = await runProgram(['k8s/shop.yaml'], memoryIo());
    expect(stderr).toContain('To render it: moneypositive render k8s/shop.yaml\n');
    expect((await runProgram(['rendr'], memoryIo())).stderr).not.toContain('To render it');
  });

  it.each(['render', 'validate'])(
    'says that %s has no -f, which people know from kubectl',
    async (command) => {
      const { stderr, exitCode } = await runProgram([command, '-f', 'shop.yaml'], memoryIo());
      expect(stderr).toMatch(/^error: unknown option '-f'\n.*Files are named without -f\.\n$/s);
      expect(exitCode).toBe(2);
    },
  );

  it.each(['render', 'validate'])('%s of a file that is not there names it', async (command) => {
    expect(
      await runProgram([command, 'shop.yaml', 'nowhere.yaml'], memoryIo({ 'shop.yaml': stack() })),
    ).toEqual({
      stdout: '',
      stderr: 'error: nowhere.yaml: no such file or directory\n',
      exitCode: 2,
    });
  });

  it.each(['render', 'validate', 'fn', 'post-render'])(
    '%s on a terminal does not wait for input',
    async (command) => {
      expect(await runProgram([command], memoryIo())).toEqual({
        stdout: '',
        stderr: 'error: nothing to read: name files or folders, or pipe manifests to stdin\n',
        exitCode: 2,
      });
    },
  );

  it('shows the help on a terminal, as an error: nothing was rendered', async () => {
    const help = await runProgram(['--help'], memoryIo());
    expect(await runProgram([], memoryIo())).toEqual({ stdout: '', stderr: help.stdout, exitCode: 2 });
  });
});

describe('defects', () => {
  const broken = (error: unknown, debug = false) => ({
    ...memoryIo({}, { debug }),
    entryType: () => 'file' as const,
    readFile: () => {
      throw error;
    },
  });

  it('are one line on stderr and exit code 3', async () => {
    const { stdout, stderr, exitCode } = await runProgram(
      ['render', 'a.yaml'],
      broken(new TypeError('boom\nat x')),
    );
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 });
    expect(stderr).toMatch(
      /^moneypositive: internal error: TypeError: boom; .*report.*MONEYPOSITIVE_DEBUG=1\n$/,
    );
  });

  it('show a stack trace only when asked', async () => {
    const { stderr } = await runProgram(['render', 'a.yaml'], broken(new TypeError('boom'), true));
    expect(stderr).toMatch(/\n {4}at .*program\.test\.ts/);
  });

  it('may be no errors at all', async () => {
    const { stderr, exitCode } = await runProgram(['render', 'a.yaml'], broken('boom', true));
    expect(stderr).toMatch(/^moneypositive: internal error: boom; [^\n]*\n$/);
    expect(exitCode).toBe(3);
  });

  it('are not files that cannot be read', async () => {
    const output = await runProgram(['render', 'a.yaml'], broken(noSuchFile('a.yaml')));
    expect(output).toEqual({ stdout: '', stderr: 'error: a.yaml: no such file or directory\n', exitCode: 2 });
  });

  it('of reading stdin are caught as well', async () => {
    const io = { ...memoryIo({}, { stdin: '' }), readStdin: () => Promise.reject(new Error('boom')) };
    for (const argv of [[], ['fn'], ['post-render'], ['render'], ['validate']]) {
      expect(await runProgram(argv, io)).toMatchObject({ stdout: '', exitCode: 3 });
    }
  });
});

describe('exit codes', () => {
  const io = memoryIo({ 'shop.yaml': stack(), 'broken.yaml': BROKEN });

  it.each(['render', 'validate'])('%s is 0 without an error, 1 with one', async (command) => {
    expect(await runProgram([command, 'shop.yaml'], io)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await runProgram([command, 'broken.yaml'], io)).toMatchObject({ exitCode: 1 });
    expect(await runProgram([command, 'shop.yaml', 'broken.yaml'], io)).toMatchObject({ exitCode: 1 });
  });
});
