import { describe, expect, it } from 'vitest';
import { commandsOf, isAsSaid, withOutputs } from './console.ts';

const README = `# Title

\`\`\`yaml
$ not: this
\`\`\`

\`\`\`console
$ first \\
    --option
one
two
$ second
\`\`\`

\`\`\`console
$ third
…
last
\`\`\`
`;

describe('the commands of a README', () => {
  it('are those of its console blocks, each with its output', () => {
    expect(commandsOf(README).map(({ command, output }) => ({ command, output }))).toEqual([
      { command: 'first     --option', output: 'one\ntwo\n' },
      { command: 'second', output: '' },
      { command: 'third', output: '…\nlast\n' },
    ]);
    expect(commandsOf('# Nothing\n')).toEqual([]);
    expect(() => commandsOf('```console\nno command\n```\n')).toThrow('begins with a command');
  });

  it('get what they really print', () => {
    const [first, second, third] = commandsOf(README);
    if (!first || !second || !third) throw new Error('three commands');
    const actual = new Map([
      [first, 'uno\n'],
      [second, 'new\n'],
      [third, 'any\nlast\n'],
    ]);
    expect(withOutputs(README, actual)).toBe(README.replace('one\ntwo\n$ second\n', 'uno\n$ second\nnew\n'));
  });
});

describe('an output', () => {
  const said = (output: string, actual: string) => isAsSaid({ output }, actual);

  it('is as said when every line is there, and no other', () => {
    expect(said('one\ntwo\n', 'one\ntwo\n')).toBe(true);
    expect(said('', '')).toBe(true);
    expect(said('one\n', 'one\ntwo\n')).toBe(false);
    expect(said('one\ntwo\n', 'one\n')).toBe(false);
    expect(said('', 'one\n')).toBe(false);
    expect(said('a.c (d)\n', 'abc (d)\n')).toBe(false);
  });

  it('may have any lines where the README has an ellipsis', () => {
    expect(said('…\nlast\n', 'one\ntwo\nlast\n')).toBe(true);
    expect(said('first\n…\n', 'first\n')).toBe(true);
    expect(said('first\n…\nlast\n', 'first\nlast\n')).toBe(true);
    expect(said('first\n…\nlast\n', 'first\nother\n')).toBe(false);
    expect(said('…\n', '')).toBe(true);
  });
});
