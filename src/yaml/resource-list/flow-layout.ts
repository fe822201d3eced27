/** The places of items and results in a ResourceList in flow style, which JSON is: brackets and commas. */
import { type CST, isSeq, type Node } from 'yaml';
import { keyText } from '../value.ts';
import { writeFlow } from '../write.ts';
import { commaOf, type Entry, entryEnd, entryStart } from './entry.ts';
import { type ItemPart, type ItemsLayout, type ListLayout, UnchangeableListError } from './layout.ts';
import type { Mapping } from './source.ts';
import type { Span, Splice } from './splice.ts';

/** The layout of a list between `{` and `}`; what is new in it is written as JSON. */
export function flowLayout(text: string, { items: entries }: Mapping): ListLayout {
  const find = (name: string): Entry | undefined => entries.find(({ key }) => keyText(key) === name);
  const [items, results] = [find('items'), find('results')];
  return {
    items: items ? itemsOf(text, items) : missingItems(entries),
    spliceResults: (list) => {
      if (list.length === 0) return results ? [removal(entries, results)] : [];
      return [
        results ? replacement(results, writeFlow(list)) : addition(entries, 'results', writeFlow(list)),
      ];
    },
  };
}

function itemsOf(text: string, entry: Entry): ItemsLayout {
  const sequence = isSeq<Node>(entry.value) ? entry.value.srcToken : undefined;
  if (sequence?.type === 'flow-collection') return flowItems(text, sequence);
  return { spans: [], splice: (parts) => [replacement(entry, listText(parts))] };
}

function missingItems(entries: readonly Entry[]): ItemsLayout {
  return { spans: [], splice: (parts) => [addition(entries, 'items', listText(parts))] };
}

function listText(parts: readonly ItemPart[]): string {
  return `[${joined(parts, '')}]`;
}

/** The items between `[` and `]`. An item's span is all there is between two commas. */
export function flowItems(text: string, { start, items, end }: CST.FlowCollection): ItemsLayout {
  const [close] = end;
  if (close?.type !== 'flow-seq-end') throw new UnchangeableListError();
  const open = start.offset + 1;
  const commas = items.flatMap((item) => item.start.filter(({ type }) => type === 'comma'));
  const count = items.filter(({ key, value }) => key || value).length;
  if (count === 0)
    return { spans: [], splice: (parts) => [{ start: open, end: close.offset, text: joined(parts, '') }] };
  if (commas.length !== count && commas.length !== count - 1) throw new UnchangeableListError();
  const spans = itemSpans(text, open, commas, count, close.offset);
  const lead = /^\s*/.exec(text.slice(open))?.[0] ?? '';
  const all = { start: open, end: spans.at(-1)?.end ?? open };
  return {
    spans,
    splice: (parts) =>
      parts.length === 0
        ? [{ start: open, end: close.offset, text: '' }]
        : [{ ...all, text: joined(parts, lead) }],
  };
}

function itemSpans(
  text: string,
  open: number,
  commas: readonly CST.SourceToken[],
  count: number,
  close: number,
): readonly Span[] {
  return Array.from({ length: count }, (_, index) => {
    const start = index === 0 ? open : (commas[index - 1]?.offset ?? close) + 1;
    const end = commas[index]?.offset;
    return { start, end: end ?? start + withoutTail(text.slice(start, close)).length };
  });
}

/** The last item leaves the white space before the `]` alone, unless a comment needs it. */
function withoutTail(text: string): string {
  const item = text.trimEnd();
  return /#[^\n]*$/.test(item) ? text : item;
}

/** One comma between two, so that items that are kept stay as they are; `lead` is the white space before a new one. */
function joined(parts: readonly ItemPart[], lead: string): string {
  const written = parts.map((part, index) => {
    return 'text' in part ? part.text : (lead || (index > 0 ? ' ' : '')) + writeFlow(part.value);
  });
  return written.join(',');
}

/** Puts a value in the place of an entry's value, or after its colon, or gives it a colon. */
function replacement(entry: Entry, text: string): Splice {
  const { value, srcToken } = entry;
  if (value?.range && srcToken?.value) return { start: value.range[0], end: value.range[1], text };
  const hasColon = srcToken?.sep?.some(({ type }) => type === 'map-value-ind');
  return { start: entryEnd(entry), end: entryEnd(entry), text: `${hasColon ? ' ' : ': '}${text}` };
}

/** A new entry after the last one, with the white space that the last one has before it. */
function addition(entries: readonly Entry[], name: string, text: string): Splice {
  const last = entries.at(-1);
  if (last === undefined) throw new UnchangeableListError();
  const offset = entryEnd(last);
  const lead = last.srcToken?.start.filter(({ type }) => type === 'space' || type === 'newline');
  const space = entries.length > 1 ? lead?.map(({ source }) => source).join('') : undefined;
  return { start: offset, end: offset, text: `,${space || ' '}${JSON.stringify(name)}: ${text}` };
}

/** Takes an entry out with the comma before it; the first one with the comma behind it. */
function removal(entries: readonly Entry[], entry: Entry): Splice {
  const own = commaOf(entry);
  if (own) return { start: own.offset, end: entryEnd(entry), text: '' };
  const next = entries[1] && commaOf(entries[1]);
  return { start: entryStart(entry), end: next ? next.offset + 1 : entryEnd(entry), text: '' };
}
