import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { runPostRenderer } from '../../../src/hosts/helm.ts';
import { runFunction } from '../../../src/hosts/krm.ts';
import { resourceList } from '../../support/manifests.ts';
import { memoryIo } from './memory-io.ts';
import { FOREIGN, stack } from './stacks.ts';

/** What YAML and the API take for something special. */
const TOKENS = [
  'null',
  '{}',
  '[]',
  '&a ',
  '*a',
  '<<: *a',
  '!!x ',
  '---\n',
  '...\n',
  '\t',
  ': ',
  '- ',
  '"',
  '|',
  '%YAML 1.1\n',
  '\r',
  '\u0000',
];

const STREAM = `${FOREIGN}---\n${stack()}`;
const LIST = Buffer.from(resourceList([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } }]));

function run(argv: readonly string[], stdin: string | Uint8Array) {
  return runProgram(argv, memoryIo({}, { stdin }));
}

describe('without a command', () => {
  it('runs the KRM function on a ResourceList', async () => {
    const output = await run([], LIST);
    expect(output).toEqual(runFunction(LIST));
    expect(output.stdout).toContain('kind: ResourceList');
  });

  it('runs the post-renderer on a stream of manifests', async () => {
    const output = await run([], STREAM);
    expect(output).toEqual(runPostRenderer(Buffer.from(STREAM)));
    expect(output.stdout).toContain(FOREIGN);
    expect(output.stdout).toContain('kind: Deployment');
  });

  it.each(['', '\n', '\ufeff'])('answers nothing (%j) with a comment, as Helm 3 needs it', async (stdin) => {
    const { stdout, exitCode } = await run([], stdin);
    expect(stdout).toMatch(/^\ufeff?#/);
    expect(exitCode).toBe(0);
  });

  it('refuses bytes that are no UTF-8, whichever host they are for', async () => {
    for (const bytes of [Buffer.concat([LIST, Buffer.from([0xff])]), Buffer.from([0xff, 0x61])]) {
      const { stderr, exitCode } = await run([], bytes);
      expect(stderr).toContain('[MP-YAML-SYNTAX]');
      expect(exitCode).toBe(1);
    }
  });
});

describe('fn and post-render', () => {
  it('take stdin for what they were told it is', async () => {
    expect(await run(['fn'], LIST)).toEqual(runFunction(LIST));
    expect(await run(['post-render'], STREAM)).toEqual(runPostRenderer(Buffer.from(STREAM)));
    expect(await run(['post-render'], LIST)).toMatchObject({ stdout: LIST.toString(), exitCode: 0 });
    expect(await run(['fn'], STREAM)).toMatchObject({ exitCode: 1 });
  });

  it('differ on nothing at all: for a function that is an error', async () => {
    const fn = await run(['fn'], '');
    expect(fn).toMatchObject({ stdout: '', exitCode: 1 });
    expect(fn.stderr).toMatch(/^input: error: .*ResourceList/);
    expect(await run(['post-render'], '')).toMatchObject({ stderr: '', exitCode: 0 });
  });
});

describe('whatever comes in', () => {
  const bases = [STREAM, LIST.toString(), resourceList([parse(stack())]).toString()];
  const edited = fc
    .tuple(fc.constantFrom(...bases), fc.nat(), fc.nat(60), fc.oneof(fc.string(), fc.constantFrom(...TOKENS)))
    .map(([text, at, length, piece]) => {
      const start = at % text.length;
      return Buffer.from(text.slice(0, start) + piece + text.slice(start + length));
    });

  it('is never a defect, and an error never goes without a word', async () => {
    const input = fc.oneof(
      edited,
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    );
    const property = fc.asyncProperty(input, async (stdin) => {
      for (const argv of [[], ['fn'], ['post-render'], ['render'], ['validate']]) {
        const { stdout, stderr, exitCode } = await run(argv, stdin);
        expect(stderr).not.toContain('internal error');
        expect([0, 1]).toContain(exitCode);
        if (exitCode === 1) expect(stderr + stdout).toContain('error: ');
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
