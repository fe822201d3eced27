/** Objects as the test compares them between hosts: sorted, and without what a host keeps track by. */
import { identityKey, identityOf, type KubernetesObject } from '../../../src/k8s/object.ts';
import { hostAnnotations } from '../../../src/merge/host-annotations.ts';
import { objectsOfStream } from '../../support/manifests.ts';

/** The generated objects of a stream, in an order that doesn't depend on the host. */
export function comparable(stream: string): readonly KubernetesObject[] {
  return objectsOfStream(stream)
    .filter(({ kind }) => kind !== 'MoneyPositive' && kind !== 'Kptfile')
    .map(withoutHostAnnotations)
    .sort((a, b) => (identityKey(identityOf(a)) < identityKey(identityOf(b)) ? -1 : 1));
}

function withoutHostAnnotations(object: KubernetesObject): KubernetesObject {
  const host = Object.keys(hostAnnotations(object));
  const annotations = Object.entries(object.metadata?.annotations ?? {}).filter(
    ([key]) => !host.includes(key) && !key.startsWith('postrenderer.helm.sh/'),
  );
  return { ...object, metadata: { ...object.metadata, annotations: Object.fromEntries(annotations) } };
}
