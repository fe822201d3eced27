/** Which generated files are not what the sources say. */
import type { Output } from './outputs.ts';

/**
 * The outputs whose file differs or is missing.
 *
 * @param read the text of a file, undefined if there is none.
 * @throws for no outputs at all: a check that looked at nothing must not pass.
 */
export function drifted(
  outputs: readonly Output[],
  read: (path: string) => string | undefined,
): readonly Output[] {
  if (outputs.length === 0) throw new Error('there is nothing to generate');
  return outputs.filter(({ path, text }) => read(path) !== text);
}
