/** The host programs: found in `.tools/bin` or on PATH, and run. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const FOLDERS = [resolve('.tools/bin'), ...(process.env['PATH'] ?? '').split(delimiter)];

/** The bundle that users run; `npm ci` builds it. */
export const BUNDLE = resolve('dist/moneypositive.cjs');

/** The path of a program, or undefined where there is none. */
function find(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find(isExecutable);
}

/**
 * Tests that need a program. Where it is missing they say so and are skipped; in CI they run, and fail on what is missing:
 * a host that nobody looked at must not count as fine.
 */
export function describeWith(program: string, title: string, tests: (path: string) => void): void {
  const path = find(program);
  if (path !== undefined) describe(title, () => tests(path));
  else if (process.env['CI']) describe(title, () => missing(program));
  else describe.skip(`${title} (skipped: ${program} not found)`, () => tests(program));
}

/** The same tests for every version of a program that there is: NAME, and the NAME-VERSION beside it in `.tools/bin`. */
export function describeWithEach(
  program: string,
  versionArgs: readonly string[],
  title: string,
  tests: (path: string) => void,
): void {
  const versions = findAll(program);
  if (versions.length === 0) describeWith(program, title, tests);
  for (const path of versions) {
    describe(`${title} (${output(path, versionArgs).trim()})`, () => tests(path));
  }
}

/** One path for each file, whatever names it has. */
function findAll(program: string): readonly string[] {
  const bin = resolve('.tools/bin');
  const beside = isExecutable(bin) ? readdirSync(bin).filter((name) => name.startsWith(`${program}-`)) : [];
  const paths = [find(program), ...beside.map((name) => join(bin, name))].filter(
    (path) => path !== undefined,
  );
  return [...new Map(paths.map((path) => [realpathSync(path), path])).values()];
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. The exit code is the test's to look at. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
): Run {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, env, encoding: 'utf8' });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The output of a program that must succeed. */
export function output(
  program: string,
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
): string {
  const { status, stdout, stderr } = run(program, args, options);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${status}:\n${stderr}`);
  return stdout;
}

function missing(program: string): void {
  it('has its program', () => {
    throw new Error(`${program} not found: one of tools/install-*.sh installs it`);
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
