import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { memoryIo } from './memory-io.ts';

describe('schema', () => {
  it.each([
    [[], 'fn-config/money-positive.schema.json'],
    [['--format', 'json-schema'], 'fn-config/money-positive.schema.json'],
    [['--format', 'crd'], 'fn-config/crd.yaml'],
  ])('%j prints the bytes of %s', async (options, path) => {
    const { stdout, stderr, exitCode } = await runProgram(['schema', ...options], memoryIo());
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    // Not toBe: the difference of two such texts would fill the screen for minutes.
    expect(stdout === readFileSync(path, 'utf8')).toBe(true);
    expect(stdout.length).toBeGreaterThan(10_000);
  });
});
