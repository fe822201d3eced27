import { describe, expect, it } from 'vitest';
import { compare } from '../../src/plan/compare.ts';

function told(from: unknown, to: unknown): readonly string[] {
  return compare(from, to).map(
    ({ path, how }) =>
      `${path.map((step) => (typeof step === 'string' ? step : `[${step.entry}]`)).join('.')} ${how}`,
  );
}

describe('compare', () => {
  it.each([
    ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b changed']],
    ['another type', { a: '1' }, { a: 1 }, ['a changed']],
    ['members that come and go', { a: 1 }, { b: 1 }, ['b added', 'a removed']],
    ['null, which is a value', { a: null }, {}, ['a removed']],
    ['a list without names, as a whole', { a: ['x', 'y'] }, { a: ['x', 'z'] }, ['a changed']],
    ['its first entries', { a: [] }, { a: ['x'] }, ['a changed']],
    ['the first named entry', { a: [] }, { a: [{ name: 'x' }] }, ['a.[x] added']],
    [
      'an entry by its name, wherever it stands',
      { a: [{ name: 'x', v: 1 }, { name: 'y' }] },
      { a: [{ name: 'w' }, { name: 'x', v: 2 }] },
      ['a.[w] added', 'a.[x].v changed', 'a.[y] removed'],
    ],
    [
      'an order',
      { a: [{ name: 'x' }, { name: 'y' }] },
      { a: [{ name: 'y' }, { name: 'x' }] },
      ['a reordered'],
    ],
    [
      'names that are not unique, as a whole',
      { a: [{ name: 'x', v: 1 }, { name: 'x' }] },
      { a: [{ name: 'x', v: 2 }, { name: 'x' }] },
      ['a changed'],
    ],
    [
      'mounts by their path',
      {
        a: [
          { name: 'x', mountPath: '/a' },
          { name: 'x', mountPath: '/b' },
        ],
      },
      {
        a: [
          { name: 'x', mountPath: '/a' },
          { name: 'x', mountPath: '/b', readOnly: true },
        ],
      },
      ['a.[/b].readOnly added'],
    ],
    [
      'a key that every object inherits',
      {},
      JSON.parse('{"__proto__": {"toString": 1}}'),
      ['__proto__ added'],
    ],
  ])('finds %s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});
