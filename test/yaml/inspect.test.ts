import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath } from '../../src/results.ts';
import { inspectStrict } from '../../src/yaml/inspect.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { AMBIGUOUS, nastyValue, PLAIN_TEXT } from './arbitraries.ts';

/** The problems of a document as `line:column kind path`. */
function inspect(text: string): readonly string[] {
  return readStream(text)
    .flatMap(inspectStrict)
    .map(
      ({ kind, position, path }) => `${position.line}:${position.column} ${kind} ${formatPath(path ?? [])}`,
    );
}

/** Whether YAML 1.2 takes the plain scalar for text; what is a number, bool or null to it is for validation to judge. */
function isText(plain: string): boolean {
  const [document] = readStream(`- ${plain}\n`);
  return Array.isArray(document?.value) && typeof document.value[0] === 'string';
}

describe('inspectStrict', () => {
  test('finds nothing in what we write', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        expect(inspect(writeYaml({ value }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(AMBIGUOUS.filter((text) => text !== '<<' && isText(text)))('%s: quote', (text) => {
    expect(inspect(`spec:\n  env: {A: "${text}", B: ${text}}\n`)).toEqual([
      `2:${19 + text.length} quote spec.env.B`,
    ]);
    expect(inspect(`spec:\n  - ${text}\n`)).toEqual(['2:5 quote spec[0]']);
    expect(inspect(`spec:\n  ${text}: a\n`)).toEqual([`2:3 quote ${formatPath(['spec', text])}`]);
  });

  test.each(PLAIN_TEXT)('%s: nothing', (text) => {
    expect(inspect(`spec:\n  - ${text}\n  - ${text}: a\n`)).toEqual([]);
  });

  test.each(['1', '1.5', '0x1F', '1e3', 'true', 'null', '~', '0o17', '.inf', '12e4567'])(
    '%s as a value is left to validation',
    (text) => {
      expect(inspect(`a: ${text}\n`)).toEqual([]);
    },
  );

  test.each(['1', 'true', '~', '1e3', '0777'])('%s as a key has to be quoted', (text) => {
    expect(inspect(`a: {${text}: x}\n`)).toEqual([`1:5 quote ${formatPath(['a', text])}`]);
    expect(inspect(`a: {"${text}": x}\n`)).toEqual([]);
  });

  test.each(['0644', '-010', '08', '!!int 0644'])('%s is octal to some', (text) => {
    expect(inspect(`spec:\n  defaultMode: ${text}\n`)).toMatchObject([
      expect.stringMatching(/^2:\d+ octal spec.defaultMode$/),
    ]);
  });

  test.each([
    ['a duplicate key', 'a:\n  b: 1\n  c: 2\n  b: 3\n', ['4:3 duplicate-key a.b']],
    ['each further one', 'a: 1\na: 2\n"a": 3\n', ['2:1 duplicate-key a', '3:1 duplicate-key a']],
    ['no duplicate in another mapping', 'a: {b: 1}\nc: {b: 1}\n', []],
    ['a merge', 'a: {<<: {b: 1}}\n', ['1:5 merge-key a["<<"]']],
    ['a tagged merge', 'a: {!!merge <<: {b: 1}}\n', ['1:13 merge-key a["<<"]']],
    ['no merge in a quoted key', 'a: {"<<": 1}\n', []],
    ['no merge in a value, as kustomize writes it', 'a: !!merge <<\nb: <<\n', []],
    ['an alias', 'a: &x 1\nb: *x\n', ['2:4 alias b']],
    ['an alias as a key', 'a: &x z\nb: {*x : 1}\n', ['2:5 alias b["*x"]']],
    ['a tag', 'a: !vault x\nb: !!binary aGk=\nc: !!set {d}\n', ['1:11 tag a', '2:13 tag b', '3:10 tag c']],
    ['what is below a tag', 'a: !x {b: yes}\n', ['1:7 tag a', '1:11 quote a.b']],
    ['no core tag', 'a: !!str 0777\nb: !!int 5\nc: !!map {}\nd: ! yes\ne: !!seq []\n', []],
    [
      'an escape that is no character',
      'a: "\\ud800"\n"\\udc00": 1\nb: "\\ud83d\\ude00"\n',
      ['1:4 syntax a', '2:1 syntax ["\\udc00"]'],
    ],
    ['a mapping for a key', '? {a: 1}\n: b\n', ['1:3 syntax ["{\\"a\\":1}"]']],
  ])('finds %s', (_what, text, problems) => {
    expect(inspect(text)).toEqual(problems);
  });

  test('tells of the first of several equal keys', () => {
    const messages = readStream('a: 1\na: 2\na: 3\n')
      .flatMap(inspectStrict)
      .map(({ message }) => message);
    const expected = 'the key "a" stands twice in this mapping: keep one of them';
    expect(messages).toEqual([expected, expected]);
  });

  test('explains itself, and names keys but never values', () => {
    const problems = readStream(
      'on: s3cret\na: &x s3cret\na: !s3 s3cret\nb: *x\nc: 0777\nd: 1_000\n<<: {}\n',
    ).flatMap(inspectStrict);
    expect(problems.map(({ message }) => message)).toEqual([
      'not every reader takes the key on for text: write "on"',
      'the key "a" stands twice in this mapping: keep one of them',
      'this tag is none of the YAML core ones: leave it out',
      'write the value here instead of an alias (`*name`)',
      'a number with a leading zero is octal to YAML 1.1 and Go, but not to YAML 1.2: write it without, or quote it if it is text',
      'quote this: unquoted it is text to some readers only',
      'write the fields here instead of a merge (`<<`), which YAML 1.2 does not know',
    ]);
  });
});
