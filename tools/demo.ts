/** `npm run demo`: renders an example with the program as it is shipped, and shows what came in and what came out. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../src/k8s/object.ts';

const PROGRAM = 'dist/moneypositive.cjs';
const INPUT = 'examples/minimal/money-positive.yaml';

if (!existsSync(PROGRAM)) await import('./build.ts');
const input = readFileSync(INPUT, 'utf8');
const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, 'render', INPUT], {
  encoding: 'utf8',
});

if (status === 0) show(stdout, stderr);
else process.stderr.write(`${PROGRAM} render ${INPUT} failed:\n${stderr}`);
process.exitCode = status ?? 1;

function show(stream: string, warnings: string): void {
  const objects = objectsOf(stream);
  process.stdout.write(
    [
      `$ cat ${INPUT}\n\n${input}`,
      `$ moneypositive render ${INPUT}\n\n${warnings}${stream}`,
      `${lines(input)} lines became ${objects.length} Kubernetes objects of ${lines(stream)} lines:\n\n${table(objects)}`,
    ].join('\n'),
  );
}

function objectsOf(stream: string): readonly KubernetesObject[] {
  return parseAllDocuments(stream).map((document) => document.toJS() as KubernetesObject);
}

function table(objects: readonly KubernetesObject[]): string {
  const width = Math.max(...objects.map(({ kind }) => kind.length));
  return objects.map(({ kind, metadata }) => `  ${kind.padEnd(width)}  ${metadata?.name}\n`).join('');
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}
