/** The command line: which subcommands there are, and what a run of them comes to. */
import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import type { HostOutput } from '../output.ts';
import { failure } from './failure.ts';
import { addFn } from './fn.ts';
import type { Io } from './io.ts';
import { writeLog } from './log.ts';
import { runOnStdin } from './no-command.ts';
import { addPlan } from './plan.ts';
import { addPostRender } from './post-render.ts';
import { addRender } from './render.ts';
import type { Run } from './run.ts';
import { addSchema } from './schema.ts';
import { addValidate } from './validate.ts';

const HELP = `
Without a command it reads stdin and decides: a ResourceList is for the KRM
function, any other stream of manifests for the Helm post-renderer.

Examples:
  $ moneypositive render shop.yaml
  $ moneypositive validate k8s/
  $ moneypositive plan main k8s/
  $ moneypositive help render

Exit codes:
  0  fine; there may be warnings
  1  findings of severity error
  2  wrong usage, or a file that can't be read or written
  3  internal error: a defect in moneypositive
  4  there is something to change (plan --exit-code)

Environment:
  MONEYPOSITIVE_DEBUG=1  print the stack trace of an internal error`;

/** Runs the program. Never rejects, and never writes to stdout or stderr itself: what it says is in the output. */
export async function runProgram(argv: readonly string[], io: Io): Promise<HostOutput> {
  try {
    if (argv.length === 0) return await runOnStdin(io, () => help(io));
    return await runCommand(argv, io);
  } catch (error) {
    return failure(error, io.debug);
  }
}

async function runCommand(argv: readonly string[], io: Io): Promise<HostOutput> {
  const created = createProgram(io);
  const output = await parse(created, argv, io);
  const { log } = created.outcome;
  return log === undefined ? output : writeLog(output, log, io);
}

async function parse({ program, outcome }: Created, argv: readonly string[], io: Io): Promise<HostOutput> {
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return failure(error, io.debug);
    return { ...outcome, stderr: outcome.stderr + hint(error, argv), exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return outcome;
}

function help(io: Io): string {
  const { program, outcome } = createProgram(io);
  program.outputHelp();
  return outcome.stdout;
}

interface Outcome {
  stdout: string;
  stderr: string;
  exitCode: HostOutput['exitCode'];
  /** The file that takes what was said, however the run ends. */
  log?: string;
}

/** The program, and where its output and that of the subcommand it runs is gathered. */
interface Created {
  readonly program: Command;
  readonly outcome: Outcome;
}

function createProgram(io: Io): Created {
  const outcome: Outcome = { stdout: '', stderr: '', exitCode: 0 };
  const run: Run = async (command) => void Object.assign(outcome, await command());
  const program = new Command('moneypositive')
    .description('Expands one short MoneyPositive object into the Kubernetes objects of a Django stack.')
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .showHelpAfterError('(moneypositive --help says what there is)')
    .configureHelp({ helpWidth: 80 })
    .configureOutput({
      writeOut: (text) => {
        outcome.stdout += text;
      },
      writeErr: (text) => {
        outcome.stderr += text;
      },
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', HELP);
  addRender(program, io, run);
  addValidate(program, io, run);
  addPlan(program, io, run);
  addSchema(program, run);
  addFn(program, io, run);
  addPostRender(program, io, run, (path) => {
    outcome.log = path;
  });
  return { program, outcome };
}

/** People try `moneypositive shop.yaml`, and `-f` as they know it from kubectl. */
function hint({ code, message }: CommanderError, [first = '']: readonly string[]): string {
  if (code === 'commander.unknownOption' && message.includes("'-f'")) return 'Files are named without -f.\n';
  if (code !== 'commander.unknownCommand' || !/[./]/.test(first)) return '';
  return `To render it: moneypositive render ${first}\n`;
}
