/** A folder for one test, with the files that a user would have in it. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { BUNDLE } from './programs.ts';

/** A new folder with these files; it goes when the test is over. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) write(folder, name, text);
  return folder;
}

export function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The program beside the user's files: hosts run a path relative to them. */
export function addProgram(folder: string): void {
  copyFileSync(BUNDLE, join(folder, 'moneypositive'));
}

/** Every file below the folder with its text, but the program itself. */
export function snapshot(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'moneypositive')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The example that all hosts must agree on. */
export function example(name: string): string {
  return readFileSync(join('examples', name, 'money-positive.yaml'), 'utf8');
}

/** What a command line prints, without a shell. */
export function moneypositive(args: readonly string[], input?: string): string {
  return execFileSync(BUNDLE, args, { encoding: 'utf8', ...(input !== undefined && { input }) });
}
