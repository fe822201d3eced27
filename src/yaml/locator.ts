/** From an offset in a text to the line and column that an editor shows. */
import type { Position } from '../results.ts';

/** The position of an offset (in UTF-16 code units) of one text. */
export type Locate = (offset: number) => Position;

/** A locator for `text`; the table of lines is built at the first question, since most documents have no problem. */
export function locator(text: string): Locate {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = lineOf(starts, offset);
    const start = starts[line - 1] ?? 0;
    return { line, column: Math.max(1, offset - start + 1) };
  };
}

/** Offsets of the first character of each line; a byte order mark is not part of the first one, editors don't show it. */
function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the last line that starts at or before the offset, by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
