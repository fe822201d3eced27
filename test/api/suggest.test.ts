import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/api/suggest.ts';

const FIELDS = ['image', 'version', 'hosts', 'replicas', 'env', 'envFrom'];

describe('nearest', () => {
  it.each([
    ['imge', 'image'],
    ['replica', 'replicas'],
    ['hsots', 'hosts'],
    ['Hosts', 'hosts'],
    ['vesrion', 'version'],
    ['envform', 'envFrom'],
    ['envs', 'env'],
  ])('%s is meant to be %s', (word, meant) => {
    expect(nearest(word, FIELDS)).toBe(meant);
  });

  it.each(['foo', 'x', '', 'celery', 'imagination', 'x'.repeat(100_000)])(
    '%.20s is like none of them',
    (word) => {
      expect(nearest(word, FIELDS)).toBeUndefined();
    },
  );

  it('takes the first of equally near ones', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });

  it('finds a word again after a swap, a loss or a doubling of one of its letters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('swap', 'lose', 'double'), (text, seed, slip) => {
        const at = seed % (text.length - 1);
        const [before, a, b, after] = [text.slice(0, at), text[at], text[at + 1], text.slice(at + 2)];
        const slips = {
          swap: `${before}${b}${a}${after}`,
          lose: `${before}${b}${after}`,
          double: `${before}${a}${a}${b}${after}`,
        };
        expect(nearest(slips[slip as keyof typeof slips], [text])).toBe(text);
      }),
    );
  });
});
