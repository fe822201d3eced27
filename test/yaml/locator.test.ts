import { expect, test } from 'vitest';
import { locator } from '../../src/yaml/locator.ts';

test.each([
  ['the start', 'a\nb', 0, { line: 1, column: 1 }],
  ['the newline, on the line it ends', 'a\nb', 1, { line: 1, column: 2 }],
  ['the start of a line', 'a\nb', 2, { line: 2, column: 1 }],
  ['the end', 'a\nb', 3, { line: 2, column: 2 }],
  ['a line after CRLF', 'a\r\nb', 3, { line: 2, column: 1 }],
  ['behind an astral character, which counts twice', '😀a', 2, { line: 1, column: 3 }],
  ['behind a byte order mark, which editors do not show', '\ufeffa', 1, { line: 1, column: 1 }],
  ['a byte order mark', '\ufeffa', 0, { line: 1, column: 1 }],
])('locates %s', (_what, text, offset, position) => {
  expect(locator(text)(offset)).toEqual(position);
});
