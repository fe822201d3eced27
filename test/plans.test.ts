/** Every example of a plan: `examples/plans/<case>/` with old.yaml, new.yaml and, beside them, what is said about the change. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeIo } from '../src/hosts/cli/node-io.ts';
import { runProgram } from '../src/hosts/cli/program.ts';

/** Writes what came out instead of comparing it: `UPDATE_EXAMPLES=1 npx vitest run test/plans.test.ts`. */
const UPDATE = process.env['UPDATE_EXAMPLES'] === '1';

const FOLDER = join('examples', 'plans');
const CASES = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'new.yaml')));
const FILES = { text: 'plan.txt', json: 'plan.json', markdown: 'plan.md' } as const;
const FORMATS = Object.keys(FILES) as readonly (keyof typeof FILES)[];

/** Values of variables, arguments and Secrets in the examples. */
const VALUES = /s3cr3t-do-not-print|hunter|"19"|"7"|sync_prices.*--all/;

it('finds its examples', () => {
  expect(CASES.length).toBeGreaterThan(5);
});

it('is shown in the documentation as it is', () => {
  const [, block = ''] =
    /```console\n\$ .*\n([\s\S]*?)…\n```/.exec(readFileSync('docs/plan.md', 'utf8')) ?? [];
  expect(block).not.toBe('');
  expect(readFileSync(join(FOLDER, 'new-version', FILES.text), 'utf8').startsWith(block)).toBe(true);
});

describe.each(CASES)('plan %s', (name) => {
  it.each(FORMATS)('says what stands beside it, as %s', async (format) => {
    const { stdout, exitCode } = await plan(name, format);
    const file = join(FOLDER, name, FILES[format]);
    if (UPDATE) writeFileSync(file, stdout);
    expect(stdout, `${file} differs from what comes out`).toBe(readFileSync(file, 'utf8'));
    expect(stdout).not.toMatch(VALUES);
    expect(exitCode).toBe(stdout.includes('MP-PLAN-REFUSED') ? 1 : 0);
  });
});

function plan(name: string, format: string) {
  const [old, next] = ['old.yaml', 'new.yaml'].map((file) => join(FOLDER, name, file));
  return runProgram(['plan', String(old), String(next), '--format', format], nodeIo);
}
