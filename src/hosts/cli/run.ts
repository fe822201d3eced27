/** How a subcommand hands over what it comes to: it writes nothing itself. */
import type { HostOutput } from '../output.ts';

/** Runs a subcommand and takes its output. */
export type Run = (command: () => Promise<HostOutput>) => Promise<void>;
