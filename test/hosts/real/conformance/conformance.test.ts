/** Every case on every host; `docs/conformance.md` is the table of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { joinDocuments } from '../../../../src/yaml/stream.ts';
import { BUNDLE, describeWith } from '../programs.ts';
import { moneypositive } from '../workspace.ts';
import { CASES, type Case } from './cases.ts';
import { type Files, HOSTS, type Host } from './hosts.ts';
import { foreign, generated } from './outcome.ts';
import { conformanceTable } from './table.ts';

const TABLE = 'docs/conformance.md';
const IDENTITY = '/bin/cat';

it('stands in the docs as it is', () => {
  const table = conformanceTable(CASES, HOSTS);
  if (process.env['UPDATE_CONFORMANCE'] === '1') writeFileSync(TABLE, table);
  expect(readFileSync(TABLE, 'utf8')).toBe(table);
});

const ENTRIES: readonly Host[] = HOSTS;

for (const host of ENTRIES) {
  describeWith(host.program, host.name, (path) => {
    const cases = CASES.filter(({ notOn }) => !Object.hasOwn(notOn ?? {}, host.name));
    it.each(cases)('$title', (entry) => {
      if (typeof entry.expect === 'object') checkFailure(host, path, entry, entry.expect.fails);
      else checkSuccess(host, path, entry);
    });
  });
}

function checkSuccess(host: Host, path: string, { files }: Case): void {
  const { status, shown, manifests } = host.run(path, files, BUNDLE);
  expect(status, shown).toBe(0);
  const stacks = pick(files, true);
  const objects = Object.keys(stacks).length === 0 ? '' : moneypositive(['post-render'], joined(stacks));
  expect(generated(manifests)).toEqual(generated(objects));
  const others = pick(files, false);
  // Not every host runs a function on nothing.
  const identity = Object.keys(others).length === 0 ? '' : host.run(path, others, IDENTITY).manifests;
  const texts = (stream: string) =>
    foreign(stream).map((text) => (host.padsDocuments ? text.trimEnd() : text));
  expect(texts(manifests)).toEqual(texts(identity));
  if (identity !== '') expect(texts(manifests)).not.toEqual([]);
}

function checkFailure(host: Host, path: string, { files }: Case, code: string): void {
  const { status, shown, manifests } = host.run(path, files, BUNDLE);
  expect(status).not.toBe(0);
  if (host.isSilent) expect(shown).not.toBe('');
  else expect(shown).toContain(code);
  if (host.afterError === 'nothing') expect(manifests).toBe('');
  else if (host.program === 'kpt') expect(manifests).toBe(joined(files));
  else expect(manifests).toContain(joined(pick(files, false)).trimEnd().replaceAll('\n', '\n  '));
}

function pick(files: Files, stacks: boolean): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([, text]) => text.includes('kind: MoneyPositive') === stacks),
  );
}

function joined(files: Files): string {
  return joinDocuments(Object.values(files));
}
