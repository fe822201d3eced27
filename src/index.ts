/**
 * The library: what the program does, for programs that have the objects at hand. Nothing here does I/O, throws for what is
 * wrong with a MoneyPositive (that is in the results), or changes its input. The function for kpt's SDK is `moneypositive/kpt`.
 */
import { expandItems } from './expand.ts';
import { checkDocuments, nothingFound } from './hosts/documents.ts';
import { writeStream } from './hosts/stream.ts';
import type { KubernetesObject } from './k8s/object.ts';
import { type Item, toItem } from './merge/item.ts';
import type { MergeOptions } from './merge/merge-items.ts';
import { isOwnedBy, ownerOfSource } from './merge/owners.ts';
import { findSources } from './merge/sources.ts';
import { hasErrors, type Result } from './results.ts';
import { readStream } from './yaml/stream.ts';
import { plainCopy, valueDocument } from './yaml/value-document.ts';

export type { MoneyPositive } from './api/v1alpha1/money-positive.ts';
export type { Code } from './codes.ts';
export type { KubernetesObject } from './k8s/object.ts';
export type { Result } from './results.ts';

/** What MoneyPositives expand to. */
export interface Expansion {
  /** The generated objects, in the order of the MoneyPositives; none where a result is an error. */
  readonly objects: readonly KubernetesObject[];
  /** What there is to say. Positions are there only where the input was text. */
  readonly results: readonly Result[];
}

/** What a stream of manifests expands to. */
export interface StreamExpansion {
  /** The stream with the objects in place of their MoneyPositives, all else byte for byte; undefined after an error. */
  readonly text: string | undefined;
  readonly results: readonly Result[];
}

/**
 * Expands one MoneyPositive, or several.
 *
 * Other Kubernetes objects may stand beside them: they aren't returned, but one that has the identity of a generated object
 * is an error, unless it was generated from the same MoneyPositive. No MoneyPositive at all is an error as well, and so is
 * what is no object, or no YAML.
 *
 * @param input YAML or JSON text of one or more documents, an object, or a list of objects.
 * @throws TypeError for an object that JSON can't hold (a circle, a BigInt).
 * @example
 * const { objects, results } = expand(readFileSync('shop.yaml', 'utf8'));
 */
export function expand(input: string | object | readonly object[]): Expansion {
  const items = withoutGenerated(itemsOf(input));
  const { output, results } = expandItems(items, undefined, NOWHERE);
  const all = [...checkDocuments(items), ...nothingFound(results, 'the input')];
  if (hasErrors(all)) return { objects: [], results: all };
  return {
    objects: output.flatMap((item) => (item.kind === 'added' ? [plainCopy(item.value)] : [])),
    results: all,
  };
}

/** The findings of `expand` alone: empty where everything is well. Takes and throws what `expand` does. */
export function validate(input: string | object | readonly object[]): readonly Result[] {
  return expand(input).results;
}

/**
 * Expands every MoneyPositive in a stream of manifests, as the Helm post-renderer does. A stream without any passes as it
 * came, with a warning.
 */
export function expandStream(stream: string): StreamExpansion {
  const { output, results } = expandItems(itemsOf(stream), undefined, NOWHERE);
  return { text: hasErrors(results) ? undefined : writeStream(output), results };
}

/** No host, so no files: a MoneyPositive gives way to its objects. */
const NOWHERE: MergeOptions = { keeps: () => false, place: () => ({}) };

function itemsOf(input: string | object | readonly object[]): readonly Item[] {
  if (typeof input === 'string') return readStream(input).map((document) => toItem(document));
  const values: readonly unknown[] = Array.isArray(input) ? input : [input];
  return values.map((value) => toItem(valueDocument(value)));
}

/** Without the objects of an earlier expansion, so that this one gives all of its own. */
function withoutGenerated(items: readonly Item[]): readonly Item[] {
  const owners = findSources(items, undefined).map(ownerOfSource);
  return items.filter(({ object }) => object === undefined || !isOwnedBy(object, owners));
}
