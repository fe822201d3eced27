import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAmbiguousPlain, isOctalLike } from '../../src/yaml/ambiguous.ts';
import { AMBIGUOUS, nastyString, PLAIN_TEXT } from './arbitraries.ts';
import { readers, readPlain } from './readers.ts';

describe('isAmbiguousPlain', () => {
  test.each(AMBIGUOUS)('%j is not text to some reader', (text) => {
    expect(isAmbiguousPlain(text)).toBe(true);
  });

  test.each(PLAIN_TEXT)('%j is text to every reader', (text) => {
    expect(isAmbiguousPlain(text)).toBe(false);
  });

  test('knows whatever a reader takes for something else than text', () => {
    const word = nastyString.filter(
      (text) => /^[\w.:+~<=-][\w.:+<=~ -]*$/.test(text) && !/: | $|:$|^[-?:](?: |$)/.test(text),
    );
    fc.assert(
      fc.property(word, (text) => {
        fc.pre(!isAmbiguousPlain(text));
        for (const reader of readers) {
          // `.`, `e5` and `0x_` are NaN to the yaml package in YAML 1.1 mode and text to all others: a defect, no reading.
          const value = readPlain(reader, text);
          if (!Number.isNaN(value)) expect([reader.name, value]).toEqual([reader.name, text]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['0644', true],
  ['-08', true],
  ['0_7', false],
  ['0', false],
  ['640', false],
  ['0o17', false],
  ['0.5', false],
])('isOctalLike(%j) is %j', (text, expected) => {
  expect(isOctalLike(text)).toBe(expected);
});
