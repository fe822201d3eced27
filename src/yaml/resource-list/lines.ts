/** Lines of a text, the comments above them, and items written as lines. */
import { writeYaml } from '../write.ts';
import { type ItemPart, UnchangeableListError } from './layout.ts';

/** Where the line starts that the entry or item has for itself. */
export function ownLineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  if (!/^\ufeff? *$/.test(text.slice(start, offset))) throw new UnchangeableListError();
  return start;
}

/**
 * Where the comments that lead the line at `offset` begin: the comment lines above it that are not indented more than
 * `column`. Blank lines above the first of them belong to what is before, and so do comments indented more.
 */
export function headStart(text: string, offset: number, column: number): number {
  let head = offset;
  let line = offset;
  while (line > 0) {
    const previous = line < 2 ? 0 : text.lastIndexOf('\n', line - 2) + 1;
    const [, margin = '', mark] = /^([ \t]*)(#|\r?\n?$)?/.exec(text.slice(previous, line)) ?? [];
    if (mark === undefined || (mark === '#' && margin.length > column)) break;
    if (mark === '#') head = previous;
    line = previous;
  }
  return head;
}

/** All but the last get a newline where they have none; the last may be the last line of a text without one. */
export function itemLines(parts: readonly ItemPart[], column: number, eol: string): string {
  const lines = parts.map((part) => ('text' in part ? part.text : itemText(part.value, column, eol)));
  return lines
    .map((line, index) => (index < lines.length - 1 && !line.endsWith('\n') ? line + eol : line))
    .join('');
}

function itemText(value: unknown, column: number, eol: string): string {
  const lines = writeYaml(value, { indent: column + 2 });
  return withNewlines(`${' '.repeat(column)}- ${lines.slice(column + 2)}`, eol);
}

export function withNewlines(text: string, eol: string): string {
  return eol === '\n' ? text : text.replaceAll('\n', eol);
}
