/**
 * Where the items and the results of a ResourceList are in its text, and how to put others there. One layout for block
 * style (`block-layout.ts`), one for flow style and JSON (`flow-layout.ts`).
 */
import type { SourceDocument } from '../document.ts';
import type { Span, Splice } from './splice.ts';

/** What is to stand among the items of the output. */
export type OutputItem =
  | { readonly kind: 'kept'; readonly document: SourceDocument }
  | { readonly kind: 'replaced'; readonly document: SourceDocument; readonly value: unknown }
  | { readonly kind: 'added'; readonly value: unknown };

/** What an item is to be: bytes that came in, or a value to be written. */
export type ItemPart = { readonly text: string } | { readonly value: unknown };

/** The places of the items. */
export interface ItemsLayout {
  /** The bytes of each item, comments included, in their order and next to each other or with one comma between them. */
  readonly spans: readonly Span[];
  /** The changes that put these items in the place of all former ones. */
  splice(parts: readonly ItemPart[]): readonly Splice[];
}

/** The places of everything that may change in a ResourceList. */
export interface ListLayout {
  readonly items: ItemsLayout;
  /** The changes that put these results in the place of the former ones; `results` is absent where there are none. */
  spliceResults(results: readonly object[]): readonly Splice[];
}

/** The ResourceList is written in a way that can be read but not changed in place. */
export class UnchangeableListError extends Error {}
