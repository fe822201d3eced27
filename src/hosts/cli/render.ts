/** `moneypositive render`: manifests in, manifests for the cluster out. */
import type { Command } from 'commander';
import { toItem } from '../../merge/item.ts';
import type { MergedItem } from '../../merge/merge-items.ts';
import { hasErrors } from '../../results.ts';
import { checkDocuments } from '../documents.ts';
import type { HostOutput } from '../output.ts';
import { formatResults } from '../report.ts';
import { writeStream } from '../stream.ts';
import { type ExpandedManifests, expandManifests } from './expand-manifests.ts';
import { UsageError } from './failure.ts';
import { renderToFolder } from './folder/render-to-folder.ts';
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

Examples:
  $ moneypositive render shop.yaml            print one stream of YAML
  $ moneypositive render shop.yaml | kubectl apply -f -
  $ moneypositive render k8s/ -o rendered/    a file for each object, to review
  $ moneypositive render - < shop.yaml        read stdin`;

export function addRender(program: Command, io: Io, run: Run): void {
  program
    .command('render')
    .description('expand MoneyPositives into plain Kubernetes objects')
    .argument('[FILES...]', 'manifests, folders of manifests, or - for stdin (the default)')
    .option('-o, --output <folder>', 'write a file for each object into this folder')
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], { output }: { output?: string }) =>
      run(() => render(files, output, io)),
    );
}

async function render(files: readonly string[], folder: string | undefined, io: Io): Promise<HostOutput> {
  // An unset variable of a script must not scatter files over the working directory.
  if (folder === '' || folder === '-') throw new UsageError('-o takes the name of a folder');
  const expanded = expandManifests(await readManifests(files, io));
  const results = [...checkDocuments(expanded.items), ...expanded.results];
  if (hasErrors(results)) return { stdout: '', stderr: formatResults(results), exitCode: 1 };
  const output = expanded.output.filter(isForCluster);
  if (folder !== undefined) return renderToFolder({ ...expanded, output, results }, folder, io);
  return { stdout: writeStream(output), stderr: formatResults(results), exitCode: 0 };
}

function isForCluster(item: ExpandedManifests['output'][number]): boolean {
  const object = objectOf(item);
  return object === undefined || !isLeftOut(object);
}

function objectOf(item: MergedItem) {
  return item.kind === 'kept' ? toItem(item.document).object : item.value;
}
