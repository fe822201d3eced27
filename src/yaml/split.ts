/**
 * Where the documents of a stream begin and end. `---` or `...` at the start of a line, followed by white space, is a
 * marker wherever it stands, even inside quotes or brackets (YAML 1.2.2, rule c-forbidden): so lines are enough to find
 * them, and a document that isn't YAML can't take its neighbours with it.
 */

/** One document: `[start, end)` with everything that belongs to it, `bodyEnd` is where its `...` line starts, if any. */
export interface DocumentSpan {
  readonly start: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** A line before the document itself: blank, a comment, a directive, or a `...` that ends nothing. */
const PREFIX_LINE = /(?:\ufeff?[ \t]*(?:#[^\n]*)?\r?|%[^\n]*|\.\.\.[ \t]*(?:#[^\n]*)?\r?)(?:\n|$)/y;
const DOCUMENT_START = /\ufeff?---(?=[ \t\r\n]|$)/y;
const MARKER = /\n(?:(?<end>\.\.\.)|\ufeff?---)(?=[ \t\r\n]|$)/g;

/** The spans of all documents; they cover the text without a gap. An empty text has none. */
export function splitStream(text: string): readonly DocumentSpan[] {
  const spans: DocumentSpan[] = [];
  let start = 0;
  while (start < text.length) {
    const span = documentFrom(text, start);
    spans.push(span);
    start = span.end;
  }
  return spans;
}

/** Comments and directives before a document are its own; what follows a `...` belongs to the next document, if there is one. */
function documentFrom(text: string, start: number): DocumentSpan {
  const body = skipPrefix(text, start);
  MARKER.lastIndex = body;
  const marker = MARKER.exec(text);
  if (marker === null) return { start, bodyEnd: text.length, end: text.length };
  const line = marker.index + 1;
  if (!marker.groups?.end) return { start, bodyEnd: line, end: line };
  return { start, bodyEnd: line, end: endOfSuffix(text, line) };
}

/** After a `...` line: its end, or the end of the text if nothing but comments is left. */
function endOfSuffix(text: string, line: number): number {
  const newline = text.indexOf('\n', line);
  if (newline < 0 || skipPrefix(text, newline + 1) === text.length) return text.length;
  return newline + 1;
}

/** Whether the line that starts at the offset is a `---` line. */
export function startsDocument(text: string, offset: number): boolean {
  DOCUMENT_START.lastIndex = offset;
  return DOCUMENT_START.test(text);
}

/** The start of the first line that is a document's own: its `---` or its content. */
export function skipPrefix(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    PREFIX_LINE.lastIndex = at;
    if (!PREFIX_LINE.test(text)) break;
    at = PREFIX_LINE.lastIndex;
  }
  return at;
}
