/** What a host's run comes to; the caller writes it. */

/** 0 fine, 1 findings of severity error, 2 wrong usage, 3 internal error; 4 a plan that isn't empty, where that is asked for. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface HostOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: ExitCode;
}
