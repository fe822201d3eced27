/** `moneypositive fn`: the KRM function, whatever stdin looks like. */
import type { Command } from 'commander';
import { decodeUtf8 } from '../../yaml/decode.ts';
import { runFunction } from '../krm.ts';
import type { HostOutput } from '../output.ts';
import { failure } from './failure.ts';
import type { Io } from './io.ts';
import { readStdin } from './manifests.ts';
import { isResourceList } from './resource-list.ts';
import type { Run } from './run.ts';

const EXAMPLES = `
Reads a ResourceList (config.kubernetes.io/v1 or v1beta1) on stdin and writes
one on stdout. The MoneyPositive may be the functionConfig, an item, or both.
After an error the items are written as they came, with the findings as results.

Examples:
  $ kpt fn eval --exec 'moneypositive fn'
  $ kpt fn source . | moneypositive fn | kpt fn sink ../rendered`;

export function addFn(program: Command, io: Io, run: Run): void {
  program
    .command('fn')
    .description('run as a KRM function (kpt, kustomize): a ResourceList in and out')
    .addHelpText('after', EXAMPLES)
    .action(() => run(async () => runFunctionSafely(await readStdin(io), io.debug)));
}

/**
 * Runs the function. Even after an exception the items are on stdout as they came: hosts delete what is missing there, and
 * not every one looks at the exit code first.
 */
export function runFunctionSafely(input: Uint8Array, debug: boolean, run = runFunction): HostOutput {
  try {
    return run(input);
  } catch (error) {
    const decoded = decodeUtf8(input);
    const stdout = 'text' in decoded && isResourceList(decoded.text) ? decoded.text : '';
    return { ...failure(error, debug), stdout };
  }
}
