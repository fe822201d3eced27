/** What came out of a host, taken apart: what was generated, and what is the user's own. */
import type { KubernetesObject } from '../../../../src/k8s/object.ts';
import { ownerOf } from '../../../../src/k8s/owner.ts';
import type { SourceDocument } from '../../../../src/yaml/document.ts';
import { readResourceList } from '../../../../src/yaml/resource-list.ts';
import { readStream } from '../../../../src/yaml/stream.ts';
import { writeYaml } from '../../../../src/yaml/write.ts';
import { comparable } from '../objects.ts';

/** The generated objects, as they compare between hosts. */
export function generated(manifests: string): readonly KubernetesObject[] {
  const texts = documents(manifests)
    .filter(isGenerated)
    .map(({ value }) => writeYaml(value));
  return comparable(texts.join('---\n'));
}

/** The bytes of every document that is neither generated nor a MoneyPositive; the separator before it is the host's. */
export function foreign(manifests: string): readonly string[] {
  return documents(manifests)
    .filter((document) => !isGenerated(document) && objectOf(document)?.kind !== 'MoneyPositive')
    .map(({ text }) => text.replace(/^---\n/, ''));
}

function documents(manifests: string): readonly SourceDocument[] {
  return readResourceList(manifests)?.items ?? readStream(manifests);
}

function isGenerated(document: SourceDocument): boolean {
  const object = objectOf(document);
  return object !== undefined && ownerOf(object) !== undefined;
}

function objectOf({ value }: SourceDocument): KubernetesObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as KubernetesObject) : undefined;
}
