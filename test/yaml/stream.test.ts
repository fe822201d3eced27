import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isScalar, parseAllDocuments } from 'yaml';
import { joinDocuments, readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { nastyString, nastyValue } from './arbitraries.ts';

const textsOf = (text: string): readonly string[] => readStream(text).map((document) => document.text);

/** Streams as people and tools write them: separators, comments, directives and documents in every order. */
const stream = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '---\n',
          '--- # c\n',
          '---\r\n',
          '--- ',
          '...\n',
          '... # end\n',
          '# Source: a/b.yaml\n',
          '\n',
          '  \n',
          '\ufeff',
        ],
      ),
      fc.constantFrom(
        ...[
          '%YAML 1.2\n',
          '{a: 1}\n',
          'a: |\n  ---\n  ...\n',
          'a: "\n---\n"\n',
          "a: 'x\n",
          '[1,\n---\n2]\n',
          'a: b',
          '- x\n-\n',
        ],
      ),
      nastyValue.map((value) => writeYaml(value)),
      nastyString,
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('readStream', () => {
  test('loses no byte of whatever comes in', () => {
    const anything = fc.oneof(stream, fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(anything, (text) => {
        expect(textsOf(text).join('')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('reads every document, and never throws', () => {
    fc.assert(
      fc.property(stream, (text) => {
        for (const { value, problems } of readStream(text)) expect([value, problems]).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('finds the documents that the yaml package finds in a stream without faults', () => {
    fc.assert(
      fc.property(stream, (text) => {
        const documents = [...parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' })];
        fc.pre(documents.every(({ errors }) => errors.length === 0) && !text.includes('\ufeff---'));
        const contents = documents
          .map(({ contents }) => contents)
          .filter((node) => !isScalar(node) || node.value !== null || node.source !== '');
        const own = readStream(text).flatMap(({ node }) => node ?? []);
        expect(own.map(String)).toEqual(contents.map(String));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['nothing', '', []],
    ['comments only', '# a\n\n# b', ['# a\n\n# b']],
    ['no separator', 'a: 1', ['a: 1']],
    [
      'helm template',
      '---\n# Source: a.yaml\na: 1\n---\n# Source: b.yaml\nb: 2\n',
      ['---\n# Source: a.yaml\na: 1\n', '---\n# Source: b.yaml\nb: 2\n'],
    ],
    ['a separator in a block scalar', 'a: |\n  ---\n  b\n---\nc: 1\n', ['a: |\n  ---\n  b\n', '---\nc: 1\n']],
    [
      'comments on separators',
      '--- # one\na: 1\n--- # two\nb: 2\n',
      ['--- # one\na: 1\n', '--- # two\nb: 2\n'],
    ],
    ['no separator: more dashes, no white space', 'a: 1\n----\n---x\n', ['a: 1\n----\n---x\n']],
    ['document ends', 'a: 1\n...\nb: 2\n... # c\n# d\n', ['a: 1\n...\n', 'b: 2\n... # c\n# d\n']],
    [
      'directives',
      '%YAML 1.2\n---\na: 1\n...\n# c\n%TAG ! !x\n---\nb: 2\n',
      ['%YAML 1.2\n---\na: 1\n...\n', '# c\n%TAG ! !x\n---\nb: 2\n'],
    ],
    ['a comment before the first separator', '# a\n---\na: 1\n', ['# a\n---\na: 1\n']],
    ['a comment-only document', '---\n# a\n---\nb: 1\n---\n', ['---\n# a\n', '---\nb: 1\n', '---\n']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n...\r\nc: 3', ['a: 1\r\n', '---\r\nb: 2\r\n...\r\n', 'c: 3']],
    [
      'byte order marks of two files',
      '\ufeff---\na: 1\n\ufeff---\nb: 2\n',
      ['\ufeff---\na: 1\n', '\ufeff---\nb: 2\n'],
    ],
    ['a quote that is never closed', 'a: "\n---\nb: 2\n', ['a: "\n', '---\nb: 2\n']],
  ])('splits %s', (_what, text, texts) => {
    expect(textsOf(text)).toEqual(texts);
  });

  test('reads values as YAML 1.2, whatever a directive says, and nothing where there is nothing', () => {
    const text =
      '%YAML 1.1\n---\na: yes\nb: 0o17\nc: 2021-12-01\n--- # c\n---\n---\nnull\n---\n!!binary aGk=\n';
    expect(readStream(text).map(({ value }) => value)).toEqual([
      { a: 'yes', b: 15, c: '2021-12-01' },
      undefined,
      undefined,
      null,
      'aGk=',
    ]);
  });

  test('a document that is no YAML has problems with a place, and its neighbours have none', () => {
    const [before, broken, after] = readStream('a: 1\n---\nkind: X\nb: [1\nc: 2\n---\nd: 1\n');
    expect([before?.problems, after?.problems]).toEqual([[], []]);
    expect(broken?.problems[0]).toEqual({
      kind: 'syntax',
      message: 'a "{" or "[" is opened and not closed, or what is in it is not indented',
      position: { line: 5, column: 1 },
    });
    expect(broken?.value).toMatchObject({ kind: 'X' });
  });

  test('duplicate keys, anchors, merges and unknown tags are no syntax problems', () => {
    const [document] = readStream('a: &x {b: 1}\na: 2\nc: {<<: *x, d: !foo 3}\n');
    expect(document?.problems).toEqual([]);
    expect(document?.value).toEqual({ a: 2, c: { b: 1, d: '3' } });
  });
});

describe('joinDocuments', () => {
  test('puts documents back as they came in', () => {
    fc.assert(
      fc.property(stream, (text) => {
        expect(joinDocuments(textsOf(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['adds a missing newline', ['a: 1', '---\nb: 2\n'], 'a: 1\n---\nb: 2\n'],
    ['adds a separator before a bare document', ['a: 1\n', 'b: 2\n'], 'a: 1\n---\nb: 2\n'],
    [
      'adds both, as CRLF where that is used',
      ['a: 1\r\nb: 2', 'c: 3\r\n'],
      'a: 1\r\nb: 2\r\n---\r\nc: 3\r\n',
    ],
    [
      'ends a document before directives',
      ['a: 1\n', '%YAML 1.2\n---\nb: 2\n'],
      'a: 1\n...\n%YAML 1.2\n---\nb: 2\n',
    ],
    ['needs nothing after an ended document', ['a: 1\n...\n', 'b: 2\n'], 'a: 1\n...\nb: 2\n'],
    [
      'needs nothing where comments lead a separator',
      ['a: 1\n', '# b\n---\nb: 2\n'],
      'a: 1\n# b\n---\nb: 2\n',
    ],
    ['skips what is empty', ['', 'a: 1\n', ''], 'a: 1\n'],
  ])('%s', (_what, texts, text) => {
    expect(joinDocuments(texts)).toBe(text);
  });

  test('documents stay apart in any order', () => {
    const values = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b'), nastyValue, { minKeys: 1, noNullPrototype: true }),
      { maxLength: 4 },
    );
    const written = fc.constantFrom('---\n', '# c\n---\n', '%YAML 1.2\n---\n', '');
    fc.assert(
      fc.property(
        values,
        fc.array(written, { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (list, heads, ended) => {
          const texts = list.map(
            (value, index) => `${heads[index]}${writeYaml(value)}${ended ? '...\n' : ''}`,
          );
          expect(readStream(joinDocuments(texts)).map(({ value }) => value)).toEqual(list);
        },
      ),
      { numRuns: 300 },
    );
  });
});
