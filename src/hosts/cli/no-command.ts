/** No subcommand: the program is run by a host, or by a person who wants to know what it is. */
import { runPostRenderer } from '../helm.ts';
import type { HostOutput } from '../output.ts';
import { runFunctionSafely } from './fn.ts';
import type { Io } from './io.ts';
import { isResourceList } from './resource-list.ts';

/**
 * Runs the host whose input stdin holds: a ResourceList is for the KRM function, everything else for the post-renderer
 * (Helm 3 may send nothing at all). On a terminal the help goes to stderr, with exit code 2: nothing was rendered.
 */
export async function runOnStdin(io: Io, help: () => string): Promise<HostOutput> {
  if (io.stdinIsTerminal()) return { stdout: '', stderr: help(), exitCode: 2 };
  const input = await io.readStdin();
  // Bytes that are no text are for the host to refuse; here they are as good as any other.
  const text = new TextDecoder().decode(input);
  return isResourceList(text) ? runFunctionSafely(input, io.debug) : runPostRenderer(input);
}
