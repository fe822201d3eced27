import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { memoryIo } from './memory-io.ts';
import { BROKEN, FOREIGN, stack } from './stacks.ts';

const FILES = {
  'old.yaml': stack(),
  'new.yaml': stack({ spec: '    replicas: 3\n' }),
  'redis.yaml': stack({ spec: '  redis: {storage: 1Gi}\n' }),
  'larger.yaml': stack({ spec: '  redis: {storage: 2Gi}\n' }),
  'warned.yaml': stack({ spec: '  beat: {}\n' }),
  'broken.yaml': BROKEN,
  'values.yaml': 'replicas: 2\n',
  'k/shop.yaml': stack(),
  'k/settings.yaml': FOREIGN,
  'k/Kptfile.yaml': 'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata: {name: shop}\n',
  'empty.yaml': '',
  'bomb.yaml': bomb(),
};

/** 10^9 entries in ten lines. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, n) => `  l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(10)}]`);
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: {name: bomb}',
    'data:',
    '  l0: &l0 x',
    ...lines,
    '',
  ].join('\n');
}

function plan(args: readonly string[], stdin?: string) {
  return runProgram(['plan', ...args], memoryIo(FILES, stdin === undefined ? {} : { stdin }));
}

describe('plan', () => {
  it('exits with 0 whether or not there is anything to change', async () => {
    expect(await plan(['old.yaml', 'old.yaml'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await plan(['old.yaml', 'new.yaml'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('exits with 4 where that is asked for and there is something to change', async () => {
    expect(await plan(['old.yaml', 'new.yaml', '--exit-code'])).toMatchObject({ exitCode: 4 });
    expect(await plan(['old.yaml', 'old.yaml', '--exit-code'])).toMatchObject({ exitCode: 0 });
  });

  it('exits with 1 where the API server would refuse a change, and prints the plan', async () => {
    for (const options of [[], ['--exit-code']]) {
      const { stdout, stderr, exitCode } = await plan(['redis.yaml', 'larger.yaml', ...options]);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
      expect(stdout).toContain('[MP-PLAN-REFUSED]');
    }
  });

  it.each([
    ['broken.yaml', 'old.yaml'],
    ['old.yaml', 'broken.yaml'],
    ['old.yaml', 'values.yaml'],
  ])('exits with 1 and prints no plan where a side has an error: %s %s', async (old, next) => {
    const { stdout, stderr, exitCode } = await plan([old, next]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^(?:broken|values)\.yaml:\d+:\d+: error: /);
  });

  it('tells the warnings of the new side alone', async () => {
    expect((await plan(['old.yaml', 'warned.yaml'])).stderr).toContain('MP-BEAT-NO-WORKER');
    expect((await plan(['warned.yaml', 'old.yaml'])).stderr).toBe('');
  });

  it('finds no difference between a MoneyPositive and what is rendered of it', async () => {
    const rendered = await runProgram(['render', 'warned.yaml'], memoryIo(FILES));
    const { stdout, stderr } = await plan(['-', 'warned.yaml'], rendered.stdout);
    expect(stdout).toMatch(/^No changes: \d+ objects are the same\.\n$/);
    expect(stderr).toContain('MP-BEAT-NO-WORKER');
    expect((await plan(['warned.yaml', '-'], rendered.stdout)).stderr).toBe('');
  });

  it('takes a List for what is in it', async () => {
    const item = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}';
    const { stdout } = await plan(['empty.yaml', '-'], `apiVersion: v1\nkind: List\nitems: [${item}]\n`);
    expect(stdout).toContain('+ ConfigMap a\n');
  });

  it('reads folders as render does, without what is for tools alone', async () => {
    const { stdout } = await plan(['old.yaml', 'k']);
    expect(stdout).toMatch(/^1 to add, 0 to change, 0 to remove, /);
    expect(stdout).toContain('+ ConfigMap shop/settings\n');
  });

  it('takes an empty side for a first release, or the last one', async () => {
    expect((await plan(['empty.yaml', 'old.yaml'])).stdout).toMatch(
      /^\d+ to add, 0 to change, 0 to remove, 0 /,
    );
    expect((await plan(['old.yaml', 'empty.yaml'])).stdout).toMatch(
      /^0 to add, 0 to change, \d+ to remove, 0 /,
    );
  });

  it('is JSON where that is asked for, also when nothing changes', async () => {
    const { stdout } = await plan(['old.yaml', 'old.yaml', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      changes: false,
      refused: false,
      objects: { added: [], changed: [], removed: [] },
      init: { runs: false, steps: [] },
    });
  });
});

describe('what plan refuses', () => {
  it.each([
    [['old.yaml'], "missing required argument 'NEW'"],
    [['-', '-'], 'only one of the two can come from stdin'],
    [['', 'old.yaml'], 'an empty name is neither a file nor a revision'],
    [
      ['old.yaml', 'nwe.yaml'],
      'nwe.yaml is neither a file or folder nor a git revision (and there is no program git)',
    ],
    [['HEAD:old.yaml', 'old.yaml'], 'the program git is not here: name files, or install it'],
    [['empty.yaml', 'bomb.yaml'], 'ConfigMap bomb is too large to compare: its aliases multiply'],
    [['main', '-'], 'main is neither a file or folder nor a git revision (and there is no program git)'],
    [['old.yaml', 'new.yaml', '--format', 'yaml'], "argument 'yaml' is invalid"],
  ])('%j', async (args, message) => {
    const { stdout, stderr, exitCode } = await plan(args, '');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(message);
  });
});
