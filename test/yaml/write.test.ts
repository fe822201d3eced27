import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnwritableValueError, writeFlow, writeYaml } from '../../src/yaml/write.ts';
import { AMBIGUOUS, nastyValue, PLAIN_TEXT } from './arbitraries.ts';
import { readers } from './readers.ts';

/** Lines as they stand in the file. */
function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}

describe('writeYaml', () => {
  test('writes block style as kubectl does, keys in their order', () => {
    const container = {
      name: 'app',
      args: ['--app=shop', '-Q', 'a,b'],
      resources: { limits: { cpu: '300m' } },
    };
    const value = {
      kind: 'Pod',
      spec: { containers: [container, { name: 'b' }], volumes: [], affinity: {} },
    };
    expect(writeYaml(value)).toBe(
      lines(
        'kind: Pod',
        'spec:',
        '  containers:',
        '  - name: app',
        '    args:',
        '    - --app=shop',
        '    - -Q',
        '    - a,b',
        '    resources:',
        '      limits:',
        '        cpu: 300m',
        '  - name: b',
        '  volumes: []',
        '  affinity: {}',
      ),
    );
  });

  test('leaves undefined members out, and a mapping of nothing else is empty', () => {
    expect(writeYaml({ a: undefined, b: { c: undefined }, d: [{ e: undefined }] })).toBe('b: {}\nd:\n- {}\n');
  });

  test('writes lists in lists, and collections at the top', () => {
    expect(writeYaml([[1, [2]], [], {}])).toBe('- - 1\n  - - 2\n- []\n- {}\n');
    expect([writeYaml({}), writeYaml([]), writeYaml('a'), writeYaml(null)]).toEqual([
      '{}\n',
      '[]\n',
      'a\n',
      'null\n',
    ]);
  });

  test('indents every line but blank ones', () => {
    expect(writeYaml({ a: [1], b: 'x\n\ny\n' }, { indent: 2 })).toBe('  a:\n  - 1\n  b: |\n    x\n\n    y\n');
  });

  test.each(AMBIGUOUS)('quotes %j', (text) => {
    expect(writeYaml({ [text]: text })).toBe(`${JSON.stringify(text)}: ${JSON.stringify(text)}\n`);
  });

  test.each(PLAIN_TEXT.filter((text) => !/^[\d._:ex-]+$/.test(text) || text === '--'))(
    'leaves %j plain',
    (text) => {
      expect(writeYaml([text])).toBe(`- ${text}\n`);
    },
  );

  test.each(['1.2.3', '10.0.0.1', '2021.12.1', '.', 'e5', '80:80'])(
    'quotes %j, which looks like a number',
    (text) => {
      expect(writeYaml([text])).toBe(`- "${text}"\n`);
    },
  );

  test.each(['"a"', '["python","manage.py"]', 'a\\d+'])('spares %j its backslashes', (text) => {
    expect(writeYaml([text])).toBe(`- '${text}'\n`);
  });

  test.each(['"it\'s"', '"a"\u00a0', '"a"\t'])('double-quotes %j, for all its quotes', (text) => {
    expect(writeYaml([text])).toMatch(/^- "/);
  });

  test.each([
    'a: b',
    'a #b',
    ' a',
    'a ',
    'a:',
    '- a',
    '-',
    '#a',
    '{a}',
    '[a]',
    '@a',
    '`a`',
    '%a',
    '*a',
    '&a',
    '!a',
    '|',
    "'a'",
    '---',
    '--- a',
    '...',
    'é',
    '😀',
  ])('quotes %j, which would not be plain', (text) => {
    expect(writeYaml([text])).toBe(`- ${JSON.stringify(text)}\n`);
  });

  test.each([
    ['\u007f', '\\u007f'],
    ['\u0085', '\\u0085'],
    ['\u009f', '\\u009f'],
    ['\u00a0', '\\u00a0'],
    ['\u2028', '\\u2028'],
    ['\u2029', '\\u2029'],
    ['\u202e', '\\u202e'],
    ['\ufeff', '\\ufeff'],
    ['\uffff', '\\uffff'],
    ['\u0000', '\\u0000'],
    ['\t', '\\t'],
    ['\r\n', '\\r\\n'],
  ])('escapes %j, alone and in a text of several lines', (char, escaped) => {
    expect(writeYaml([char, `a${char}\nb`])).toBe(`- "${escaped}"\n- "a${escaped}\\nb"\n`);
  });

  test.each([
    ['a\nb', '|-\n  a\n  b\n'],
    ['a\nb\n', '|\n  a\n  b\n'],
    ['a\n', '|\n  a\n'],
    ['a\n\n  b: #\n', '|\n  a\n\n    b: #\n'],
    ['# a\n---\n', '|\n  # a\n  ---\n'],
  ])('writes %j as a block literal', (text, literal) => {
    expect(writeYaml({ key: text })).toBe(`key: ${literal}`);
    expect(writeYaml([text])).toBe(`- ${literal}`);
    expect(writeYaml(text)).toBe(literal);
  });

  test.each(['\n', '\na', ' a\nb', 'a \nb', 'a\n ', 'a\n\n', 'a\tb\n', 'a\n\tb', 'a\r\nb'])(
    'quotes %j, where a literal could lose something',
    (text) => {
      expect(writeYaml([text])).toBe(`- ${JSON.stringify(text)}\n`);
    },
  );

  test('writes numbers in digits that no reader takes for text', () => {
    const numbers = [0, -0, 42, -1.5, 1e21, 1e-7, 1.5e300, 2 ** 53];
    expect(writeYaml(numbers)).toBe(
      lines('- 0', '- 0', '- 42', '- -1.5', '- 1.0e+21', '- 1.0e-7', '- 1.5e+300', '- 9007199254740992'),
    );
  });

  test('writes a key too long for a simple one behind a question mark', () => {
    const key = 'k'.repeat(1200);
    expect(writeYaml({ [key]: [1] })).toBe(`? ${key}\n:\n  - 1\n`);
    expect(writeYaml([{ [key]: 'a\nb' }])).toBe(`- ? ${key}\n  : |-\n    a\n    b\n`);
  });

  test.each([
    ['half of a surrogate pair', { spec: { env: ['ok', 'a\ud800'] } }, 'spec.env[1]'],
    ['half of a surrogate pair in a key', { spec: { '\udc00': 1 } }, 'spec["\\udc00"]'],
    ['undefined in a list', { spec: [undefined] }, 'spec[0]'],
    ['NaN', { spec: Number.NaN }, 'spec'],
    ['Infinity', [Number.POSITIVE_INFINITY], '[0]'],
    ['a function', { spec: () => 1 }, 'spec'],
    ['an object of a class', { spec: new Date(0) }, 'spec'],
  ])('throws on %s, and names the field', (_what, value, path) => {
    const write = (): string => writeYaml(value);
    expect(write).toThrow(UnwritableValueError);
    expect(write).toThrow(`${path} can't be written as YAML`);
  });

  test.each(readers)('is read back by $name, block and flow', ({ read }) => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        expect(read(writeYaml(value))).toEqual(value);
        expect(read(`key: ${writeFlow(value)}`)).toEqual({ key: value });
      }),
      { numRuns: 500 },
    );
  });

  test('reads the same where the final newline was trimmed, unless a text of several lines is the last', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        const text = writeYaml({ value, last: 'a\nb' });
        for (const { read } of readers) expect(read(text.trimEnd())).toEqual({ value, last: 'a\nb' });
      }),
    );
  });
});

describe('writeFlow', () => {
  test('writes JSON on one line', () => {
    const value = { a: ['yes', 1, null, { b: undefined }], 'c\u2028': '😀' };
    expect(writeFlow(value)).toBe('{"a": ["yes", 1, null, {}], "c\\u2028": "😀"}');
  });

  test('is JSON for whatever JSON can hold', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        const text = writeFlow(value);
        fc.pre(!text.includes('? "'));
        expect(JSON.parse(text)).toEqual(value);
      }),
    );
  });
});
