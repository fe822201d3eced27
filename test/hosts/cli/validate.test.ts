import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { memoryIo } from './memory-io.ts';
import { BROKEN, FOREIGN, stack } from './stacks.ts';

const FILES = {
  'shop.yaml': stack(),
  'warned.yaml': stack({ name: 'warned', spec: '  beat: {}\n' }),
  'broken.yaml': BROKEN,
  'foreign.yaml': FOREIGN,
  'values.yaml': 'replicas: 2\n',
  'template.yaml': 'name: {{ .Values.name }}\n',
  'unversioned.yaml': stack().replace(/^apiVersion.*\n/, ''),
};

type Name = keyof typeof FILES;

function validate(names: readonly Name[], ...options: readonly string[]) {
  return runProgram(['validate', ...names, ...options], memoryIo(FILES));
}

describe('validate', () => {
  it('says how many MoneyPositives it checked', async () => {
    expect(await validate(['shop.yaml'])).toEqual({
      stdout: '1 MoneyPositive checked: 0 errors, 0 warnings\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('prints findings with their places, errors first', async () => {
    const { stdout, stderr, exitCode } = await validate(['warned.yaml', 'broken.yaml']);
    expect(stdout).toMatch(
      /^broken\.yaml:15:11: error: .*\nwarned\.yaml:15:9: warning: .*\n2 MoneyPositives checked: 1 error, 1 warning\n$/,
    );
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
  });

  it('passes with a warning', async () => {
    expect(await validate(['warned.yaml'])).toMatchObject({ exitCode: 0 });
  });

  it.each([['foreign.yaml'], ['values.yaml']] as const)(
    'fails where there is nothing to check: %s',
    async (name) => {
      const { stdout, exitCode } = await validate([name]);
      expect(stdout).toBe(
        `input: error: there is no MoneyPositive in ${name} [MP-NOTHING-FOUND]\n0 MoneyPositives checked: 1 error, 0 warnings\n`,
      );
      expect(exitCode).toBe(1);
    },
  );

  it('checks what was rendered, where that is all there is', async () => {
    const { stdout } = await runProgram(['render', 'shop.yaml'], memoryIo(FILES));
    const check = (text: string) =>
      runProgram(['validate', 'rendered.yaml'], memoryIo({ 'rendered.yaml': text }));
    expect(await check(stdout)).toMatchObject({
      stdout: 'rendered objects checked: 0 errors, 0 warnings\n',
      exitCode: 0,
    });
    expect(await check(stdout.replaceAll(/image: registry.*/g, 'image: other:1'))).toMatchObject({
      stdout: expect.stringMatching(/MP-RELEASE-STALE]\nrendered objects checked: 1 error, 0 warnings\n$/),
      exitCode: 1,
    });
  });

  it('leaves other files alone, templates and values among them', async () => {
    expect(await validate(['shop.yaml', 'foreign.yaml', 'values.yaml', 'template.yaml'])).toMatchObject({
      stdout: '1 MoneyPositive checked: 0 errors, 0 warnings\n',
      exitCode: 0,
    });
  });

  it('finds a MoneyPositive that lacks its apiVersion, beside another', async () => {
    const { stdout, exitCode } = await validate(['shop.yaml', 'unversioned.yaml']);
    expect(stdout).toContain(
      'unversioned.yaml:1:1: error: this is no Kubernetes object: it needs an apiVersion and a kind',
    );
    expect(exitCode).toBe(1);
  });

  it('finds the clashes that render would find', async () => {
    const output = await runProgram(
      ['validate', 'a.yaml', 'b.yaml'],
      memoryIo({ 'a.yaml': stack(), 'b.yaml': stack() }),
    );
    expect(output.stdout).toContain('[MP-MERGE-COLLISION]');
    expect(output.exitCode).toBe(1);
  });

  it('reads stdin', async () => {
    const output = await runProgram(['validate'], memoryIo({}, { stdin: BROKEN }));
    expect(output.stdout).toMatch(/^<stdin>:15:11: error: /);
  });
});

describe('validate --format json', () => {
  it('prints results as the specification has them, and counts', async () => {
    const { stdout, stderr, exitCode } = await validate(['warned.yaml', 'broken.yaml'], '--format', 'json');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(JSON.parse(stdout)).toMatchObject({
      checked: 2,
      errors: 1,
      warnings: 1,
      results: [
        {
          code: 'MP-BEAT-NO-WORKER',
          severity: 'warning',
          resourceRef: {
            apiVersion: 'moneypositive.coop/v1alpha1',
            kind: 'MoneyPositive',
            name: 'warned',
            namespace: 'shop',
          },
          field: { path: 'spec.beat' },
          file: { path: 'warned.yaml', index: 0 },
          position: { line: 15, column: 9 },
        },
        { severity: 'error', field: { path: 'spec.workers' }, file: { path: 'broken.yaml', index: 0 } },
      ],
    });
  });

  it('is JSON as well where there is nothing to say, and nothing to check', async () => {
    expect(JSON.parse((await validate(['shop.yaml'], '--format', 'json')).stdout)).toEqual({
      checked: 1,
      errors: 0,
      warnings: 0,
      results: [],
    });
    const { stdout, exitCode } = await validate(['values.yaml'], '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      checked: 0,
      errors: 1,
      results: [{ code: 'MP-NOTHING-FOUND' }],
    });
    expect(exitCode).toBe(1);
  });
});
