/** The files that items come from and go to, as kpt's annotations tell. */
import { HASH_LENGTH } from '../../k8s/names.ts';
import type { KubernetesObject } from '../../k8s/object.ts';
import type { FileReference, Item } from '../../merge/item.ts';
import { ownerOfSource } from '../../merge/owners.ts';
import type { Generated, Source } from '../../merge/sources.ts';

/** The former names of the annotations first: they are the specification's, and the ones that every host reads. */
const PATH_ANNOTATIONS = ['config.kubernetes.io/path', 'internal.config.kubernetes.io/path'] as const;
const INDEX_ANNOTATIONS = ['config.kubernetes.io/index', 'internal.config.kubernetes.io/index'] as const;

/** On the items of kustomize, which has no files: paths on them were made up when the function before this one ran. */
const KUSTOMIZE_ID = 'kustomize.config.k8s.io/id';

/** The file of an item and its place there; undefined where the host has none (kustomize). */
export function fileOf(object: KubernetesObject): FileReference | undefined {
  const path = annotationOf(object, PATH_ANNOTATIONS);
  if (path === undefined || path === '' || hasKustomizeId(object)) return undefined;
  const index = Number(annotationOf(object, INDEX_ANNOTATIONS));
  return Number.isInteger(index) ? { path, index } : { path };
}

/** Whether kustomize hands over this item. */
export function isOnKustomize({ object }: Item): boolean {
  return object !== undefined && hasKustomizeId(object);
}

function hasKustomizeId(object: KubernetesObject): boolean {
  return annotationOf(object, [KUSTOMIZE_ID]) !== undefined;
}

/** Annotations that give a new object its file: `<stack>/<kind>_<name>.yaml` beside the MoneyPositive's own. */
export function fileAnnotations(
  object: KubernetesObject,
  { source }: Generated,
  stacks: readonly Generated[],
): Readonly<Record<string, string>> {
  if (source.item.file === undefined) return {};
  const path = [...folderOf(source, stacks), fileName(object)].join('/');
  return { 'config.kubernetes.io/path': path, 'config.kubernetes.io/index': '0' };
}

/** The stack's folder; where several namespaces have a stack of that name, it is in the folder of its namespace. */
function folderOf(source: Source, stacks: readonly Generated[]): readonly string[] {
  const { name, namespace } = ownerOfSource(source);
  const beside = (other: Source): string => [...parentOf(other), ownerOfSource(other).name].join('/');
  const isShared = stacks.filter((other) => beside(other.source) === beside(source)).length > 1;
  return [...parentOf(source), ...(isShared && namespace !== '' ? [namespace] : []), name];
}

function parentOf({ item }: Source): readonly string[] {
  return item.file?.path.split('/').slice(0, -1) ?? [];
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
