/**
 * `npm run generate` writes every file that is computed from the API's source, and the validator; with `--check` it writes
 * nothing and fails, naming each file that differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildValidator } from './build/validator.ts';
import { drifted } from './generate/drift.ts';
import { type Output, outputs } from './generate/outputs.ts';

const files = outputs();
const changed = drifted(files, (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined));
if (process.argv.includes('--check')) check();
else write();

function check(): void {
  if (changed.length === 0)
    return void process.stdout.write(`${files.length} generated files are up to date\n`);
  const lines = changed.map(({ path }) => `${path} is not up to date`);
  process.stderr.write(`${lines.join('\n')}\nRun: npm run generate\n`);
  process.exitCode = 1;
}

function write(): void {
  for (const { path, text } of changed) writeFile(path, text);
  buildValidator();
  process.stdout.write(`${files.length} files generated, ${changed.length} changed\n`);
}

function writeFile(path: Output['path'], text: Output['text']): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
