import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/yaml/decode.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeUtf8', () => {
  test('keeps every character, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(encode(`\ufeff${text}`))).toEqual({ text: `\ufeff${text}` });
      }),
    );
  });

  test.each([
    ['a stray continuation byte', [0x80], 1],
    ['Latin 1', [0xe9, 0x20], 1],
    ['an overlong slash', [0xc0, 0xaf], 1],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80], 1],
    ['a character beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a sequence cut off by another character', [0x61, 0xe4, 0xb8, 0x61], 2],
    ['a sequence cut off by the end', [0x61, 0xf0, 0x9f, 0x98], 2],
  ])('refuses %s, and says where', (_what, bytes, column) => {
    const decoded = decodeUtf8(Uint8Array.from([...encode('a: é😀\nb: ok\n'), ...bytes]));
    expect(decoded).toEqual({
      problem: {
        kind: 'syntax',
        message: 'the byte here is not valid UTF-8: save the text as UTF-8',
        position: { line: 3, column },
      },
    });
  });

  test('finds the first invalid byte wherever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (before, after) => {
        const decoded = decodeUtf8(Uint8Array.from([...encode(before), 0xff, ...after]));
        const lines = before.split('\n');
        const position = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
        expect(decoded).toMatchObject({ problem: { position } });
      }),
    );
  });

  test('knows UTF-16 by its byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toMatchObject({
      problem: { message: 'this is UTF-16: save it as UTF-8', position: { line: 1, column: 1 } },
    });
  });
});
