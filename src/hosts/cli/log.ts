/** `--log`: what was said, in a file too, for hosts that keep it to themselves. */
import type { HostOutput } from '../output.ts';
import type { Io } from './io.ts';
import { describeSystemError, isSystemError } from './system-error.ts';

/**
 * Writes what the run says to a file, in place of what an earlier run said there. Where that can't be done, the run goes on: a
 * good release must not fail for its log.
 */
export function writeLog(output: HostOutput, path: string, io: Io): HostOutput {
  try {
    io.writeFile(path, output.stderr === '' ? 'no findings\n' : output.stderr);
    return output;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const warning = `warning: the log can't be written: ${describeSystemError(error)}\n`;
    return { ...output, stderr: output.stderr + warning };
  }
}
