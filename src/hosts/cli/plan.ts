/** `moneypositive plan`: what a change will do, before anybody applies it. */
import { type Command, Option } from 'commander';
import { planJson } from '../../plan/format/json.ts';
import { planMarkdown } from '../../plan/format/markdown.ts';
import { planText } from '../../plan/format/text.ts';
import { isEmpty, isRefused, type Plan, planChanges } from '../../plan/plan.ts';
import { hasErrors } from '../../results.ts';
import type { HostOutput } from '../output.ts';
import { formatResults } from '../report.ts';
import type { Io } from './io.ts';
import { objectsOfSide } from './plan/objects-of-side.ts';
import { readSide, resolveSides } from './plan/side.ts';
import type { Run } from './run.ts';

interface Options {
  readonly format: 'text' | 'json' | 'markdown';
  readonly exitCode?: true;
}

const EXAMPLES = `
OLD and NEW are each a file or a folder of manifests, - for stdin, REV:PATH as
git show takes it (from the top of the repository; ./PATH from here), or a
revision alone, with the path of the other side. MoneyPositives are expanded;
other objects, rendered ones among them, are compared as they are.

The plan says whether initialization runs and which steps, which pods are
replaced and why, what the API server would refuse, and what is lost. Of values
it shows only images, numbers of pods, amounts and versions: others may be
secret. It knows no cluster; kubectl diff asks that one.

Exit codes: 0 for a plan, 1 if a side has errors or the API server would refuse
a change; with --exit-code, 4 if there is anything to change.

Examples:
  $ moneypositive plan main deploy/              the branch against main
  $ moneypositive plan HEAD~1:deploy/ deploy/
  $ moneypositive plan rendered/ shop.yaml       what was rendered last
  $ moneypositive plan /dev/null shop.yaml       a first release
  $ moneypositive plan main deploy/ --format markdown > comment.md`;

const WRITERS: Readonly<Record<Options['format'], (plan: Plan) => string>> = {
  text: planText,
  json: planJson,
  markdown: planMarkdown,
};

export function addPlan(program: Command, io: Io, run: Run): void {
  const format = new Option('--format <format>', 'how the plan is printed');
  program
    .command('plan')
    .description('say what a change will do: pods replaced, steps run, fields refused, things lost')
    .argument('<OLD>', 'what is applied now: manifests, a folder, - or a git revision')
    .argument('<NEW>', 'what is to be applied, likewise')
    .addOption(format.choices(['text', 'json', 'markdown']).default('text'))
    .option('--exit-code', 'exit with 4 if there is anything to change')
    .addHelpText('after', EXAMPLES)
    .action((former: string, next: string, options: Options) => run(() => plan(former, next, options, io)));
}

async function plan(former: string, next: string, options: Options, io: Io): Promise<HostOutput> {
  const [old, latter] = resolveSides(former, next, io);
  const before = objectsOfSide(await readSide(old, io));
  const after = objectsOfSide(await readSide(latter, io));
  // What was wrong before, short of an error, is not the news.
  const results = [...before.results.filter(({ severity }) => severity === 'error'), ...after.results];
  const stderr = formatResults(results);
  if (hasErrors(results)) return { stdout: '', stderr, exitCode: 1 };
  const found = planChanges(before.objects, after.objects);
  return { stdout: WRITERS[options.format](found), stderr, exitCode: exitCodeOf(found, options) };
}

function exitCodeOf(plan: Plan, { exitCode }: Options): HostOutput['exitCode'] {
  if (isRefused(plan)) return 1;
  return exitCode && !isEmpty(plan) ? 4 : 0;
}
