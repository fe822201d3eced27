/** `moneypositive post-render`: the Helm post-renderer, whatever stdin looks like. */
import type { Command } from 'commander';
import { runPostRenderer } from '../helm.ts';
import type { HostOutput } from '../output.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { readManifests, readStdin } from './manifests.ts';
import type { Run } from './run.ts';

const EXAMPLES = `
Reads manifests on stdin and writes them on stdout, each MoneyPositive among
them replaced by its objects. After an error nothing is printed, so that Helm
stops. Helm 4 takes the name of a plugin in place of a program, and shows nobody
what it says on stderr: the plugin has a --log.

Examples:
  $ helm upgrade shop ./chart --post-renderer moneypositive
  $ helm upgrade shop ./chart --post-renderer moneypositive \\
      --post-renderer-args post-render \\
      --post-renderer-args --config=shop.yaml
  $ helm template shop ./chart | moneypositive post-render | kubectl apply -f -`;

/** @param logTo takes the file of `--log`, before anything else can go wrong. */
export function addPostRender(program: Command, io: Io, run: Run, logTo: (path: string) => void): void {
  program
    .command('post-render')
    .description('run as a Helm post-renderer: a stream of manifests in and out')
    .option('--config <file>', 'a MoneyPositive that the chart does not contain; repeatable', append, [])
    .option('--log <file>', 'write messages to this file too, in place of the last run’s', logTo)
    .addHelpText('after', EXAMPLES)
    .action(({ config }: { config: readonly string[] }) => run(() => postRender(config, io)));
}

async function postRender(config: readonly string[], io: Io): Promise<HostOutput> {
  if (config.some((path) => path === '' || path === '-')) {
    throw new UsageError('--config takes the name of a file: the chart comes from stdin');
  }
  const files = config.length === 0 ? [] : await readManifests(config, io);
  return runPostRenderer(await readStdin(io), files);
}

function append(path: string, paths: readonly string[]): readonly string[] {
  return [...paths, path];
}
