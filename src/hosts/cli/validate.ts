/** `moneypositive validate`: the findings, and nothing else. */
import { type Command, Option } from 'commander';
import type { Code } from '../../codes.ts';
import type { Result } from '../../results.ts';
import type { HostOutput } from '../output.ts';
import { exitCodeOf, formatResults } from '../report.ts';
import { isRendered } from '../stale-releases.ts';
import { expandManifests } from './expand-manifests.ts';
import type { Io } from './io.ts';
import { readManifests } from './manifests.ts';
import type { Run } from './run.ts';

type Format = 'text' | 'json';

const EXAMPLES = `
Checks the MoneyPositives as render does, before it writes anything. Other
objects in the files are looked at only for names that clash, and what render
would refuse to print (templates, values) is passed over. Findings are printed
on stdout, one a line, and how many MoneyPositives were checked; none at all is
an error, unless there are objects that were rendered from one: then these are
checked for changes that their init Job can't take.

With --format json: {"checked": N, "errors": N, "warnings": N, "results": []}.
A result has code, severity and message and, as far as they are known,
resourceRef, field and file as in the KRM Functions Specification, and a
position (line and column, from 1).

Examples:
  $ moneypositive validate shop.yaml
  $ moneypositive validate k8s/ --format json
  $ helm template ./chart | moneypositive validate -`;

export function addValidate(program: Command, io: Io, run: Run): void {
  const format = new Option('--format <format>', 'how findings are printed');
  program
    .command('validate')
    .description('report findings about MoneyPositives, render nothing')
    .argument('[FILES...]', 'manifests, folders of manifests, or - for stdin (the default)')
    .addOption(format.choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: { format: Format }) =>
      run(() => validate(files, options.format, io)),
    );
}

async function validate(files: readonly string[], format: Format, io: Io): Promise<HostOutput> {
  const { items, owners, results: all } = expandManifests(await readManifests(files, io));
  const isRenderedStream = owners.length === 0 && items.some(({ object }) => isRendered(object));
  const results = isRenderedStream ? all.filter(({ code }) => !ABOUT_SOURCES.includes(code)) : all;
  const subject = isRenderedStream ? 'rendered objects' : plural(owners.length, 'MoneyPositive');
  const stdout = format === 'json' ? asJson(owners.length, results) : asText(subject, results);
  return { stdout, stderr: '', exitCode: exitCodeOf(results) };
}

/** Said where a MoneyPositive is missing; among rendered objects alone there is none, and they are what is checked. */
const ABOUT_SOURCES: readonly Code[] = ['MP-NOTHING-FOUND', 'MP-MERGE-ORPHAN'];

function asText(subject: string, results: readonly Result[]): string {
  const parts = [plural(count(results, 'error'), 'error'), plural(count(results, 'warning'), 'warning')];
  return `${formatResults(results)}${subject} checked: ${parts.join(', ')}\n`;
}

function asJson(checked: number, results: readonly Result[]): string {
  const [errors, warnings] = [count(results, 'error'), count(results, 'warning')];
  return `${JSON.stringify({ checked, errors, warnings, results }, null, 2)}\n`;
}

function count(results: readonly Result[], severity: Result['severity']): number {
  return results.filter((result) => result.severity === severity).length;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
