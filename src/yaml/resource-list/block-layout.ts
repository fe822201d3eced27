/** The places of items and results in a ResourceList in block style: lines, and the comments around them. */
import { type CST, isSeq, type Node } from 'yaml';
import { keyText } from '../value.ts';
import { writeYaml } from '../write.ts';
import { colonEnd, type Entry, entryEnd, entryStart, propertiesEnd } from './entry.ts';
import { flowItems } from './flow-layout.ts';
import { type ItemPart, type ItemsLayout, type ListLayout, UnchangeableListError } from './layout.ts';
import { headStart, itemLines, ownLineStart, withNewlines } from './lines.ts';
import type { Mapping } from './source.ts';
import { newlineOf, type Span, type Splice } from './splice.ts';

/** An entry of the top-level mapping, from the comments above it to the next entry. */
interface PlacedEntry extends Span {
  readonly entry: Entry;
}

interface Frame {
  readonly text: string;
  readonly eol: string;
  /** The column of the top-level keys, from 0. */
  readonly column: number;
  readonly entries: readonly PlacedEntry[];
  /** Where a new entry can be put. */
  readonly end: number;
}

/** The layout of a list whose document ends at `bodyEnd`. @throws UnchangeableListError if a key shares its line. */
export function blockLayout(text: string, map: Mapping, bodyEnd: number): ListLayout {
  const frame = frameOf(text, map, bodyEnd);
  const results = frame.entries.find(({ entry }) => keyText(entry.key) === 'results');
  const resultsSpan = results ?? { start: frame.end, end: frame.end };
  return {
    items: itemsLayout(frame),
    spliceResults: (list) => [
      { start: resultsSpan.start, end: resultsSpan.end, text: resultsText(frame, list), ownLine: true },
    ],
  };
}

function resultsText({ column, eol }: Frame, results: readonly object[]): string {
  return results.length === 0 ? '' : withNewlines(writeYaml({ results }, { indent: column }), eol);
}

function frameOf(text: string, map: Mapping, bodyEnd: number): Frame {
  const lines = map.items.map((entry) => ownLineStart(text, entryStart(entry)));
  const column = map.srcToken?.type === 'block-map' ? map.srcToken.indent : 0;
  const starts = lines.map((line, index) => (index === 0 ? line : headStart(text, line, column)));
  const end = headStart(text, bodyEnd, column);
  const entries = map.items.map((entry, index) => ({
    entry,
    start: starts[index] ?? end,
    end: starts[index + 1] ?? end,
  }));
  return { text, eol: newlineOf(text), column, entries, end };
}

function itemsLayout(frame: Frame): ItemsLayout {
  const placed = frame.entries.find(({ entry }) => keyText(entry.key) === 'items');
  if (placed === undefined) return missingItems(frame);
  const { value } = placed.entry;
  if (!isSeq<Node>(value) || value.items.length === 0) return emptyItems(frame, placed.entry);
  const { srcToken } = value;
  if (srcToken?.type === 'flow-collection') return flowItems(frame.text, srcToken);
  if (srcToken?.type === 'block-seq') return blockItems(frame, placed, srcToken);
  throw new UnchangeableListError();
}

function blockItems({ text, eol }: Frame, placed: PlacedEntry, { items }: CST.BlockSequence): ItemsLayout {
  const dashes = items.flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind'));
  const lines = dashes.map(({ offset }) => ownLineStart(text, offset));
  const column = (dashes[0]?.offset ?? 0) - (lines[0] ?? 0);
  const starts = lines.map((line) => headStart(text, line, column));
  const end = headStart(text, placed.end, column);
  const spans = starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
  const all = { start: starts[0] ?? end, end };
  return {
    spans,
    splice: (parts) =>
      parts.length > 0
        ? [{ ...all, text: itemLines(parts, column, eol) }]
        : [{ ...all, text: '' }, insertion(propertiesEnd(placed.entry), ' []')],
  };
}

/** `items:` with nothing, null or `[]`: the value goes, the items stand on the lines below. */
function emptyItems({ text, eol, column }: Frame, entry: Entry): ItemsLayout {
  const start = colonEnd(entry);
  const end = entry.srcToken?.value ? entryEnd(entry) : propertiesEnd(entry);
  const newline = text.indexOf('\n', end);
  const below = newline < 0 ? text.length : newline + 1;
  return {
    spans: [],
    splice: (parts) =>
      parts.length === 0
        ? [{ start, end, text: isSeq(entry.value) ? text.slice(start, end) : ' []' }]
        : [
            { start, end, text: '' },
            { ...insertion(below, itemLines(parts, column, eol)), ownLine: true },
          ],
  };
}

function missingItems({ end, column, eol }: Frame): ItemsLayout {
  const key = `${' '.repeat(column)}items:`;
  const lines = (parts: readonly ItemPart[]): string =>
    parts.length === 0 ? `${key} []${eol}` : key + eol + itemLines(parts, column, eol);
  return { spans: [], splice: (parts) => [{ ...insertion(end, lines(parts)), ownLine: true }] };
}

function insertion(offset: number, text: string): Splice {
  return { start: offset, end: offset, text };
}
