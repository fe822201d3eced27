/** Items of a stream, by the stages' own types. */
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { type Item, toItem } from '../../src/merge/item.ts';
import type { MergedItem } from '../../src/merge/merge-items.ts';
import { readStream } from '../../src/yaml/stream.ts';

export function itemsOf(text: string): readonly Item[] {
  return readStream(text).map((document) => toItem(document));
}

/** What a host would write: the text of what was kept, the value of what was not. */
export function outputOf(output: readonly MergedItem[]): readonly (string | KubernetesObject)[] {
  return output.map((item) => (item.kind === 'kept' ? item.document.text : item.value));
}
