/** Writes a ResourceList: the text it came in, with other items and results in the places of the former ones. */

import type { SourceDocument } from '../document.ts';
import type { ReadValue } from '../value.ts';
import { aliasPatcher } from './anchors.ts';
import type { ItemPart, ListLayout, OutputItem } from './layout.ts';
import type { ListSource } from './source.ts';
import { applySplices, newlineOf, spanText } from './splice.ts';

/** Puts output items and results into the list. */
export type WriteList = (items: readonly OutputItem[], results: readonly object[]) => string;

/** A writer for a list that was read as these documents. */
export function listWriter(
  { before, text, after, root }: ListSource,
  layout: ListLayout,
  documents: readonly SourceDocument[],
  readValue: ReadValue,
): WriteList {
  const { spans } = layout.items;
  const indices = new Map(documents.map((document, index) => [document, index]));
  return (output, results) => {
    const patch = text.includes('*') ? aliasPatcher(root, spans, readValue) : () => [];
    const head = patch('head');
    const parts = output.map((item): ItemPart => {
      if (item.kind !== 'kept') return { value: item.value };
      const index = indices.get(item.document) ?? -1;
      const span = spans[index];
      if (span === undefined) throw new TypeError('A kept document is not an item of this ResourceList.');
      return { text: spanText(text, span, patch(index)) };
    });
    const changes = [
      ...head,
      ...layout.items.splice(parts),
      ...layout.spliceResults(results),
      ...patch('tail'),
    ];
    return before + applySplices(text, changes, newlineOf(text)) + after;
  };
}
