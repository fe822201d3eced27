/** The parts every Kubernetes object has, and the identity that tells two of them apart. */

/** Object metadata as the program reads and writes it; other fields pass through. */
export interface ObjectMetadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Any Kubernetes object: a type, metadata, and whatever its kind adds. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMetadata;
}

/** Group, kind, namespace and name: what the API server keeps objects apart by (the version is not part of it). */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a parsed value has the shape of a Kubernetes object (an apiVersion and a kind, both text). */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { apiVersion, kind } = value as Partial<KubernetesObject>;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}

/**
 * The identity of an object. An object without namespace has `''`: the namespace it is applied to isn't known here, so
 * it is taken to be the same one for all objects that don't say.
 */
export function identityOf(object: KubernetesObject): Identity {
  const slash = object.apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : object.apiVersion.slice(0, slash),
    kind: object.kind,
    namespace: toText(object.metadata?.namespace),
    name: toText(object.metadata?.name),
  };
}

/** Names of other people's objects may be anything that YAML can hold. */
function toText(name: unknown): string {
  return typeof name === 'string' || typeof name === 'number' ? String(name) : '';
}

/** The identity as one string, for maps and sets. */
export function identityKey({ group, kind, namespace, name }: Identity): string {
  return [group, kind, namespace, name].join('|');
}

/** The identity of an object as one string. */
export function keyOf(object: KubernetesObject): string {
  return identityKey(identityOf(object));
}

/** The identity as people write it: `apps Deployment shop/shop-app`. */
export function describeIdentity({ group, kind, namespace, name }: Identity): string {
  const place = namespace === '' ? name : `${namespace}/${name}`;
  return group === '' ? `${kind} ${place}` : `${kind}.${group} ${place}`;
}
