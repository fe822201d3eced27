/** The examples: `examples/<case>/money-positive.yaml` and, beside it, what comes of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Writes what came out instead of comparing it: `UPDATE_EXAMPLES=1 npx vitest run test/examples.test.ts`. */
const UPDATE = process.env['UPDATE_EXAMPLES'] === '1';

export interface Example {
  readonly name: string;
  readonly folder: string;
  /** The MoneyPositive as it stands in its file. */
  readonly text: string;
  /** Whether it is there to be refused. */
  readonly isInvalid: boolean;
}

/** Every example; none at all is a mistake. */
export function examples(): readonly Example[] {
  const found = readdirSync('examples')
    .sort()
    .map((name) => ({ name, folder: join('examples', name), isInvalid: name.startsWith('invalid-') }))
    .filter(({ folder }) => existsSync(join(folder, INPUT)))
    .map((example) => ({ ...example, text: readFileSync(join(example.folder, INPUT), 'utf8') }));
  if (found.length === 0) throw new Error('no examples found: run the tests from the root of the repository');
  return found;
}

const INPUT = 'money-positive.yaml';

/** Compares a text with a file of the example; an empty text stands for no file. */
export function expectFile({ folder }: Example, file: string, actual: string): void {
  const path = join(folder, file);
  if (UPDATE && actual !== '') writeFileSync(path, actual);
  expect(actual, `${path} differs from what comes out`).toBe(
    existsSync(path) ? readFileSync(path, 'utf8') : '',
  );
}
