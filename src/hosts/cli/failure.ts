/** What a run comes to when it can't go on: wrong usage in a sentence, a defect in a line that says how to report it. */
import type { HostOutput } from '../output.ts';
import { describeSystemError, isSystemError } from './system-error.ts';

/** The command line asks for something that can't be done; the message says what to do instead. */
export class UsageError extends Error {}

/** Exit code 2 for wrong usage and for files that can't be read or written, 3 for everything that should not happen. */
export function failure(error: unknown, debug: boolean): HostOutput {
  if (error instanceof UsageError) return { stdout: '', stderr: `error: ${error.message}\n`, exitCode: 2 };
  if (isSystemError(error)) {
    return { stdout: '', stderr: `error: ${describeSystemError(error)}\n`, exitCode: 2 };
  }
  return { stdout: '', stderr: internalError(error, debug), exitCode: 3 };
}

/** One line: kpt shows four lines of stderr, and a stack trace tells the user nothing. */
function internalError(error: unknown, debug: boolean): string {
  const [message = ''] = String(error).split('\n');
  const hint = 'this is a defect in moneypositive: please report it with the output of MONEYPOSITIVE_DEBUG=1';
  const line = `moneypositive: internal error: ${message}; ${hint}\n`;
  return debug && error instanceof Error ? `${line}${error.stack ?? ''}\n` : line;
}
