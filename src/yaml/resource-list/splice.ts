/** Changes to a text by offset: everything that isn't changed stays byte for byte. */

/** Offsets `[start, end)` of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** New text in place of a span; an empty span inserts. */
export interface Splice extends Span {
  readonly text: string;
  /** The new text has to start at the beginning of a line: a newline is put before it if there is none. */
  readonly ownLine?: boolean;
}

/** The text with the splices, of two at one place the first comes first; one inside of another is left out. */
export function applySplices(text: string, splices: readonly Splice[], eol = '\n'): string {
  const parts: string[] = [];
  let done = 0;
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < done) continue;
    parts.push(text.slice(done, splice.start));
    if (splice.ownLine && splice.text !== '') parts.push(needsNewline(parts) ? eol : '');
    parts.push(splice.text);
    done = splice.end;
  }
  return [...parts, text.slice(done)].join('');
}

function needsNewline(parts: readonly string[]): boolean {
  const last = parts.findLast((part) => part !== '');
  return last !== undefined && !last.endsWith('\n');
}

/** The span's own text, changed by splices that lie in it. */
export function spanText(text: string, { start, end }: Span, splices: readonly Splice[] = []): string {
  const moved = splices.map((splice) => ({
    ...splice,
    start: splice.start - start,
    end: splice.end - start,
  }));
  return applySplices(text.slice(start, end), moved);
}

/** The newline that the text uses. */
export function newlineOf(text: string): '\n' | '\r\n' {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}
