/** What a host's run comes to; the caller writes it. */

/** 0 fine, 1 findings of severity error, 2 wrong usage, 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface HostOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: ExitCode;
}
