/** The commands of a README and what it says they print: fenced blocks marked `console`. */

export interface Command {
  /** As a shell takes it, continued lines joined. */
  readonly command: string;
  /** What follows, line breaks included. A line `…` stands for any lines, none included. */
  readonly output: string;
  /** Where the output begins in the README. */
  readonly offset: number;
}

const BLOCK = /^```console\n(.*?)^```$/gms;
const COMMAND = /^\$ ((?:[^\n]*\\\n)*[^\n]*\n)((?:(?!\$ )[^\n]*\n)*)/gm;

/** A line that stands for any number of lines. */
const ANY = '…\n';

/** The commands of all blocks in their order. Throws on a block that begins with something else. */
export function commandsOf(readme: string): readonly Command[] {
  return [...readme.matchAll(BLOCK)].flatMap(({ 1: block = '', index }) => {
    if (!block.startsWith('$ ')) throw new Error('a console block begins with a command: `$ …`');
    return commandsOfBlock(block, index + '```console\n'.length);
  });
}

function commandsOfBlock(block: string, start: number): readonly Command[] {
  return [...block.matchAll(COMMAND)].map(({ 1: command = '', 2: output = '', index }) => ({
    command: command.replaceAll('\\\n', '').trim(),
    output,
    offset: start + index + '$ '.length + command.length,
  }));
}

/** Whether a program's output is what the README says. */
export function isAsSaid({ output }: Pick<Command, 'output'>, actual: string): boolean {
  const pattern = output
    .split(/(?<=\n)/)
    .map((line) => (line === ANY ? '(?:.*\n)*?' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${pattern}$`).test(actual);
}

/** The README with these outputs in the place of those that differ. */
export function withOutputs(readme: string, actual: ReadonlyMap<Command, string>): string {
  return [...actual].reverse().reduce((text, [said, output]) => {
    if (isAsSaid(said, output)) return text;
    return text.slice(0, said.offset) + output + text.slice(said.offset + said.output.length);
  }, readme);
}
