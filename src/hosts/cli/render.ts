/** `moneypositive render`: manifests in, manifests for the cluster out. */
import { type Command, Option } from 'commander';
import { toItem } from '../../merge/item.ts';
import type { MergedItem } from '../../merge/merge-items.ts';
import { hasErrors, type Result } from '../../results.ts';
import { checkDocuments } from '../documents.ts';
import type { HostOutput } from '../output.ts';
import { formatResults } from '../report.ts';
import { writeStream } from '../stream.ts';
import { type ExpandedManifests, expandManifests } from './expand-manifests.ts';
import { UsageError } from './failure.ts';
import { renderToFolder } from './folder/render-to-folder.ts';
import { type Choice, firstHalf, NO_INIT } from './halves.ts';
import type { Io } from './io.ts';
import { isLeftOut } from './left-out.ts';
import { readManifests } from './manifests.ts';
import type { Run } from './run.ts';

const EXAMPLES = `
A MoneyPositive becomes its objects; other objects pass as they are. Left out
are objects marked config.kubernetes.io/local-config, Kptfiles and
kustomizations. Of a folder the .yaml, .yml and .json files are read, those of
its subfolders are not. Warnings go to stderr. After an error nothing is printed
or written.

With -o each object gets a file of its own, KIND_NAME.yaml, in a folder that may
also be the one the manifests come from. Files of generated objects are updated
where they differ, and removed where the MoneyPositive no longer gives the
object. A file of somebody else that is in the way is an error.

--only init prints the init Job and what it needs: ServiceAccount, scripts,
Redis, claims, network policies, and all objects that aren't generated.
--except init prints everything else. Both are whole without an init Job: the
first is empty, the second is all.

Examples:
  $ moneypositive render shop.yaml            print one stream of YAML
  $ moneypositive render shop.yaml | kubectl apply -f -
  $ moneypositive render k8s/ -o rendered/    a file for each object, to review
  $ moneypositive render - < shop.yaml        read stdin
  $ moneypositive render --only init shop.yaml | kubectl apply -f -`;

export function addRender(program: Command, io: Io, run: Run): void {
  program
    .command('render')
    .description('expand MoneyPositives into plain Kubernetes objects')
    .argument('[FILES...]', 'manifests, folders of manifests, or - for stdin (the default)')
    .option('-o, --output <folder>', 'write a file for each object into this folder')
    .addOption(half('--only <part>', 'print the init Job and what it needs').conflicts(['except', 'output']))
    .addOption(half('--except <part>', 'print everything that --only leaves out').conflicts('output'))
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: Options) => run(() => render(files, options, io)));
}

/** A folder is kept as a whole: half of the objects would take the others' files for stale. */
interface Options extends Choice {
  readonly output?: string;
}

function half(flags: string, description: string): Option {
  return new Option(flags, description).choices(['init']);
}

async function render(
  files: readonly string[],
  { output: folder, ...choice }: Options,
  io: Io,
): Promise<HostOutput> {
  // An unset variable of a script must not scatter files over the working directory.
  if (folder === '' || folder === '-') throw new UsageError('-o takes the name of a folder');
  const expanded = expandManifests(await readManifests(files, io));
  const results = [...checkDocuments(expanded.items), ...expanded.results];
  if (hasErrors(results)) return { stdout: '', stderr: formatResults(results), exitCode: 1 };
  const output = expanded.output.filter(isForCluster);
  if (folder !== undefined) return renderToFolder({ ...expanded, output, results }, folder, io);
  return writeHalf(output, results, choice);
}

function writeHalf(
  output: readonly MergedItem[],
  results: readonly Result[],
  { only, except }: Choice,
): HostOutput {
  const first = firstHalf(output.flatMap((item) => objectOf(item) ?? []));
  const isChosen = (item: MergedItem): boolean => {
    const object = objectOf(item);
    const isFirst = object !== undefined && first.has(object);
    return isFirst ? except === undefined : only === undefined;
  };
  const notes = only !== undefined && first.size === 0 ? [NO_INIT] : [];
  const stdout = writeStream(output.filter(isChosen));
  return { stdout, stderr: formatResults([...results, ...notes]), exitCode: 0 };
}

function isForCluster(item: ExpandedManifests['output'][number]): boolean {
  const object = objectOf(item);
  return object === undefined || !isLeftOut(object);
}

function objectOf(item: MergedItem) {
  return item.kind === 'kept' ? toItem(item.document).object : item.value;
}
