/** A document that never was a text: an object that a program handed over. */
import type { SourceDocument } from './document.ts';

/**
 * The document of a value. It is read as JSON would hold it (members that are undefined are absent, a class is what its
 * `toJSON` says), and apart from the caller's value: changing one never changes the other.
 *
 * @throws TypeError on what JSON can't hold: a circle, a BigInt.
 */
export function valueDocument(value: unknown): SourceDocument {
  return {
    text: '',
    value: plainCopy(value),
    node: null,
    problems: [],
    locate: () => ({ line: 1, column: 1 }),
    position: () => undefined,
  };
}

/** A copy that shares nothing, not even with itself: whoever changes one member must not find another one changed. */
export function plainCopy<T>(value: T): T {
  const json: string | undefined = JSON.stringify(value);
  return json === undefined ? (undefined as T) : (JSON.parse(json) as T);
}
