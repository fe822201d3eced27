/** Annotations by which hosts keep track of items while functions run. They are the host's, not the object's. */
import type { KubernetesObject } from '../k8s/object.ts';

const HOST_PREFIXES = [
  'config.kubernetes.io/',
  'internal.config.kubernetes.io/',
  'config.k8s.io/',
  'kustomize.config.k8s.io/',
] as const;

type Annotations = Readonly<Record<string, string>>;

/** The host's annotations of an object; empty where there are none. */
export function hostAnnotations(object: KubernetesObject): Annotations {
  const annotations: Annotations = object.metadata?.annotations ?? {};
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => isHostAnnotation(key)));
}

/** The object with these annotations added after its own. */
export function annotate(object: KubernetesObject, annotations: Annotations): KubernetesObject {
  if (Object.keys(annotations).length === 0) return object;
  const metadata = { ...object.metadata, annotations: { ...object.metadata?.annotations, ...annotations } };
  return { ...object, metadata };
}

function isHostAnnotation(key: string): boolean {
  return HOST_PREFIXES.some((prefix) => key.startsWith(prefix));
}
