/** Manifests as hosts exchange them. */
import { parse, parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { writeYaml } from '../../src/yaml/write.ts';

/** The objects of a stream. */
export function objectsOfStream(text: string): readonly KubernetesObject[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}

/** The items of a ResourceList. */
export function objectsOfList(text: string): readonly KubernetesObject[] {
  return (parse(text) as { items: readonly KubernetesObject[] }).items;
}

/** A ResourceList as a host writes it to a function's stdin. */
export function resourceList(items: readonly object[], functionConfig?: object): Uint8Array {
  const list = {
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
    ...(functionConfig && { functionConfig }),
  };
  return Buffer.from(writeYaml(list));
}
