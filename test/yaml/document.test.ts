import { describe, expect, test, vi } from 'vitest';
import { sourceDocument } from '../../src/yaml/document.ts';
import { locator } from '../../src/yaml/locator.ts';
import { readStream } from '../../src/yaml/stream.ts';

const [, second] = readStream(`first: 1
--- # second
kind: Django
spec:
  beat:
  env:
    A: &a "x"
    A: y
    8080: z
  hosts: [a, {b: c}]
  list:
  - name: one
    tag: *a
`);

describe('position', () => {
  test.each([
    ['a value', ['kind'], 'value', { line: 3, column: 7 }],
    ['its key', ['kind'], 'key', { line: 3, column: 1 }],
    ['the first key of a mapping', ['spec'], 'value', { line: 5, column: 3 }],
    ['a value that is missing, behind its colon', ['spec', 'beat'], 'value', { line: 5, column: 8 }],
    ['the last of two equal keys', ['spec', 'env', 'A'], 'key', { line: 8, column: 5 }],
    ['a key that is a number', ['spec', 'env', '8080'], 'value', { line: 9, column: 11 }],
    ['an item in flow style', ['spec', 'hosts', 1, 'b'], 'value', { line: 10, column: 18 }],
    ['an item in block style', ['spec', 'list', 0], 'key', { line: 12, column: 5 }],
    ['an alias', ['spec', 'list', 0, 'tag', 'deeper'], 'value', { line: 13, column: 10 }],
    [
      'the deepest ancestor of a key that is not there',
      ['spec', 'hosts', 1, 'x', 'y'],
      'key',
      { line: 10, column: 14 },
    ],
    [
      'the deepest ancestor of an item that is not there',
      ['spec', 'list', 3],
      'value',
      { line: 12, column: 3 },
    ],
    ['the whole document', [], 'value', { line: 3, column: 1 }],
  ] as const)('finds %s', (_what, path, target, position) => {
    expect(second?.position(path, target)).toEqual(position);
  });

  test('takes the value where nothing is said', () => {
    expect(second?.position(['kind'])).toEqual({ line: 3, column: 7 });
  });

  test('there is none in a document without content', () => {
    expect(readStream('# nothing\n')[0]?.position(['a'])).toBeUndefined();
  });
});

test('a document is read once, and not before it has to be', () => {
  const read = vi.fn(() => ({ value: 1, node: null, problems: [] }));
  const document = sourceDocument('1\n', locator('1\n'), read);
  expect([document.text, read.mock.calls.length]).toEqual(['1\n', 0]);
  expect([document.value, document.node, document.problems, document.position([])]).toEqual([
    1,
    null,
    [],
    undefined,
  ]);
  expect(read).toHaveBeenCalledOnce();
});
