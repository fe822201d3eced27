import { describe, expect, test } from 'vitest';
import { readStream } from '../../src/yaml/stream.ts';

/** The first problem of a text, as `line:column message`. */
function firstProblem(text: string): string | undefined {
  const problem = readStream(text)[0]?.problems[0];
  return problem && `${problem.position.line}:${problem.position.column} ${problem.message}`;
}

describe('syntax problems', () => {
  test.each([
    ['a: "x', '1:6 a quote is opened and never closed'],
    ['a: {b: 1', '1:9 a "{" or "[" is opened and not closed, or what is in it is not indented'],
    ['[1\n2]', undefined],
    ['["a" "b"]', '1:6 a comma is missing before this'],
    ['a: 1\nkey\n', '2:1 this key is not followed by ":" and a space'],
    ['- a\nb\n', '2:1 this is not expected here; a quote, bracket or indentation before it may be wrong'],
    ['a: "b"# c', '1:7 a comment starts with a space before its "#"'],
    ['--- a: 1', '1:5 after "---" a mapping or list starts on a new line'],
    [
      'a: b: c',
      '1:4 a second ": " on one line: put the text in quotes, or the nested mapping on a line of its own',
    ],
    [
      'a:\n  b: 1\n c: 2',
      '3:1 the indentation does not fit: the entries of one mapping or list start at the same column',
    ],
    ['a:\n\tb: 1', "2:1 a tab can't be used for indentation; use spaces"],
    ['a: @x', "1:4 text can't start with this character; put it in quotes"],
    [
      'a: "\\q"',
      '1:5 in double quotes a backslash starts an escape, and this one is unknown; write "\\\\" for a backslash',
    ],
    ['a: &a &b c', '1:7 a value can have one anchor only'],
    ['a: !!str !!int c', '1:10 a value can have one tag only'],
    ['a: &a *b', '1:7 an alias can have neither an anchor nor a tag'],
    ['a: !x!y c', "1:4 the tag here can't be resolved"],
    [
      'a: "b\u0007c"',
      '1:6 the character U+0007 is not allowed in YAML; in double quotes it can be written as "\\u0007"',
    ],
    [
      'a: b\u007f',
      '1:5 the character U+007F is not allowed in YAML; in double quotes it can be written as "\\u007F"',
    ],
  ])('%j', (text, problem) => {
    expect(firstProblem(text)).toBe(problem);
  });

  test('never quote the text, which may be a secret', () => {
    const secret = 'hunter2';
    const broken = [
      `a: 'x' ${secret}`,
      `- a\n${secret}: b`,
      `a: |${secret}\n b`,
      `a: ]${secret}`,
      `!${secret}!x y`,
      `%${secret}\n`,
      `"\\${secret}"`,
    ];
    const problems = broken.flatMap((text) => readStream(text)[0]?.problems ?? []);
    expect(problems.length).toBeGreaterThanOrEqual(broken.length - 1);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });
});
