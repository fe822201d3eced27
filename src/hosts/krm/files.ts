/** The files that items come from and go to, as kpt's annotations tell. */
import { HASH_LENGTH } from '../../k8s/names.ts';
import type { KubernetesObject } from '../../k8s/object.ts';
import type { FileReference, Item } from '../../merge/item.ts';

/** The former names of the annotations first: they are the specification's, and the ones that every host reads. */
const PATH_ANNOTATIONS = ['config.kubernetes.io/path', 'internal.config.kubernetes.io/path'] as const;
const INDEX_ANNOTATIONS = ['config.kubernetes.io/index', 'internal.config.kubernetes.io/index'] as const;

/** The file of an item and its place there; undefined where the host has none (kustomize). */
export function fileOf(object: KubernetesObject): FileReference | undefined {
  const path = annotationOf(object, PATH_ANNOTATIONS);
  if (path === undefined || path === '') return undefined;
  const index = Number(annotationOf(object, INDEX_ANNOTATIONS));
  return Number.isInteger(index) ? { path, index } : { path };
}

/** Annotations that give a new object its file: `<stack>/<kind>_<name>.yaml` beside the MoneyPositive's own. */
export function fileAnnotations(object: KubernetesObject, source: Item): Readonly<Record<string, string>> {
  if (source.file === undefined) return {};
  const folder = source.file.path.split('/').slice(0, -1);
  const path = [...folder, source.object?.metadata?.name ?? '', fileName(object)].join('/');
  return { 'config.kubernetes.io/path': path, 'config.kubernetes.io/index': '0' };
}

/** The file an object is written to: stable, so that a review shows what changed. The init Job's goes without its hash. */
export function fileName({ kind, metadata }: KubernetesObject): string {
  const name = metadata?.name ?? '';
  const stable = kind === 'Job' ? name.slice(0, -(HASH_LENGTH + 1)) : name;
  return `${kind.toLowerCase()}_${stable}.yaml`;
}

/** Annotations are text, but other functions have written numbers too. */
function annotationOf({ metadata }: KubernetesObject, keys: readonly string[]): string | undefined {
  const annotations: Readonly<Record<string, unknown>> = metadata?.annotations ?? {};
  const value = keys.map((key) => annotations[key]).find((found) => found !== undefined && found !== null);
  return value === undefined ? undefined : String(value);
}
