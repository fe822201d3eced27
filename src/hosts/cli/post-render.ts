/** `moneypositive post-render`: the Helm post-renderer, whatever stdin looks like. */
import type { Command } from 'commander';
import { runPostRenderer } from '../helm.ts';
import type { Io } from './io.ts';
import { readStdin } from './manifests.ts';
import type { Run } from './run.ts';

const EXAMPLES = `
Reads manifests on stdin and writes them on stdout, each MoneyPositive among
them replaced by its objects. After an error nothing is printed, so that Helm
stops. Helm 4 takes the name of a plugin in place of a program.

Examples:
  $ helm upgrade shop ./chart --post-renderer moneypositive
  $ helm upgrade shop ./chart --post-renderer moneypositive \\
      --post-renderer-args post-render
  $ helm template shop ./chart | moneypositive post-render | kubectl apply -f -`;

export function addPostRender(program: Command, io: Io, run: Run): void {
  program
    .command('post-render')
    .description('run as a Helm post-renderer: a stream of manifests in and out')
    .addHelpText('after', EXAMPLES)
    .action(() => run(async () => runPostRenderer(await readStdin(io))));
}
