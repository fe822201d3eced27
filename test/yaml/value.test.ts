import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { nastyValue } from './arbitraries.ts';

const read = (text: string): unknown => readStream(text)[0]?.value;

describe('the value of a document', () => {
  test('is what was written', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        expect(read(writeYaml({ value }))).toEqual({ value });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      'core scalars',
      'a: [1, 0o17, 0x1F, 1e3, .5, true, null, ~, yes, 0777]',
      { a: [1, 15, 31, 1000, 0.5, true, null, null, 'yes', 777] },
    ],
    ['explicit tags', 'a: !!str 0777\nb: !!int "5"\nc: ! 1', { a: '0777', b: 5, c: '1' }],
    [
      'tags that YAML 1.2 has not',
      'a: !!binary aGk=\nb: !!timestamp 2021-12-01\nc: !!set {x, y}',
      { a: 'aGk=', b: '2021-12-01', c: { x: null, y: null } },
    ],
    ['the text "<<" as kustomize writes it', 'a: !!merge <<\nb: <<', { a: '<<', b: '<<' }],
    [
      'keys as they were written',
      '8080: a\ntrue: b\n~: c\n0o7: d\n"": e',
      { 8080: 'a', true: 'b', '~': 'c', '0o7': 'd', '': 'e' },
    ],
    ['the last of two equal keys', 'a: 1\na: 2', { a: 2 }],
    ['aliases', 'a: &x [1]\nb: *x\nc: {*x : *x}', { a: [1], b: [1], c: { '[1]': [1] } }],
    [
      'the anchor that was last before the alias',
      'a: &x 1\nb: *x\nc: &x 2\nd: *x',
      { a: 1, b: 1, c: 2, d: 2 },
    ],
    [
      'merges: own keys first',
      'a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}',
      { a: { p: 1, q: 2 }, b: { p: 1, q: 3 } },
    ],
    ['merges of several: the first first', 'b: {<<: [{p: 1}, {p: 2, q: 2}]}', { b: { p: 1, q: 2 } }],
    ['merges of nonsense: nothing', 'b: {<<: text, q: 1}', { b: { q: 1 } }],
    ['a quoted "<<": a key', 'b: {"<<": {p: 1}}', { b: { '<<': { p: 1 } } }],
    [
      'a number too large: the text that Go takes it for',
      'a: 12e4567\nb: 9e99\nc: .inf',
      { a: '12e4567', b: 9e99, c: Number.POSITIVE_INFINITY },
    ],
  ])('has %s', (_what, text, value) => {
    expect(read(text)).toEqual(value);
  });

  test('has a key __proto__ as an own key', () => {
    const value = read('__proto__: {a: 1}\nb: {<<: {__proto__: 2}}') as { readonly b: object };
    expect(Object.keys(value)).toEqual(['__proto__', 'b']);
    expect(Object.keys(value.b)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('is undefined where an alias leads nowhere or into itself', () => {
    expect([read('a: *x'), read('a: &x [*x]'), read('a: &x {b: {<<: *x}}')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('takes any number of aliases, and aliases of aliases share their value', () => {
    const many = Array.from({ length: 300 }, () => '*x').join(', ');
    expect(read(`a: &x 1\nb: [${many}]`)).toEqual({ a: 1, b: Array.from({ length: 300 }, () => 1) });
    const levels = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('');
    const bomb = read(`a0: &a0 x\n${levels}`) as Readonly<Record<string, readonly unknown[]>>;
    expect(bomb['a40']?.[0]).toBe(bomb['a39']);
  });

  test('is undefined or what there is of it, but never an exception, where nesting has no end', () => {
    const [document] = readStream(`${'['.repeat(100_000)}`);
    expect(document?.problems.length).toBeGreaterThan(0);
    expect(() => document?.value).not.toThrow();
  });
});
