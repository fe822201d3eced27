/** A stream of documents, as `helm template` and `kubectl` exchange them: read, and put together again. */
import { type SourceDocument, sourceDocument } from './document.ts';
import { type Locate, locator } from './locator.ts';
import { parseOne, toProblems } from './parse.ts';
import { type DocumentSpan, skipPrefix, splitStream, startsDocument } from './split.ts';
import { valueReader } from './value.ts';

/** The documents of a stream; their texts, put together, are the input, whatever it is. */
export function readStream(text: string): readonly SourceDocument[] {
  const locate = locator(text);
  return splitStream(text).map((span) => streamDocument(text, span, locate));
}

function streamDocument(text: string, { start, end }: DocumentSpan, locate: Locate): SourceDocument {
  const own = text.slice(start, end);
  const locateOwn: Locate = (offset) => locate(start + offset);
  return sourceDocument(own, locateOwn, () => {
    const { node, faults } = parseOne(own);
    return { node, value: valueReader(node)(node), problems: toProblems(faults, locateOwn) };
  });
}

/**
 * Puts texts of documents together as one stream. Nothing is added where they came in this order; after a document was
 * dropped, moved or generated, the newline, `---` or `...` is added without which two would run into each other.
 */
export function joinDocuments(texts: readonly string[]): string {
  const parts: string[] = [];
  let previous = '';
  for (const text of texts) {
    if (text === '') continue;
    if (previous !== '') parts.push(separator(previous, text));
    parts.push(text);
    previous = text;
  }
  return parts.join('');
}

function separator(previous: string, text: string): string {
  const eol = previous.includes('\r\n') ? '\r\n' : '\n';
  return (previous.endsWith('\n') ? '' : eol) + marker(previous, text, eol);
}

/** Comments may stand before a `---`, but directives need a `...` before them, and a bare document some marker. */
function marker(previous: string, text: string, eol: string): string {
  const body = skipPrefix(text, 0);
  if (body === 0 && startsDocument(text, 0)) return '';
  if (splitStream(previous).some(({ bodyEnd, end }) => bodyEnd < end)) return '';
  if (/(?:^|\n)%/.test(text.slice(0, body))) return `...${eol}`;
  return startsDocument(text, body) ? '' : `---${eol}`;
}
