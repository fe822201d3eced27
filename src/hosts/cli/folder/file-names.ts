/** Names of the files that objects are written to. */
import { identityOf, type KubernetesObject } from '../../../k8s/object.ts';
import { ownerOf } from '../../../k8s/owner.ts';
import { fileName as generatedFileName } from '../../krm/files.ts';

/**
 * A name for each object, in their order: `deployment_shop-app.yaml`. Objects of equal kind and name, in two namespaces or of
 * two groups, all say so: `staging_deployment.apps_shop-app.yaml`.
 */
export function fileNames(objects: readonly KubernetesObject[]): readonly string[] {
  const short = objects.map(shortName);
  const count = new Map<string, number>();
  for (const name of short) count.set(name, (count.get(name) ?? 0) + 1);
  return objects.map((object, index) => {
    const name = short[index] ?? shortName(object);
    return count.get(name) === 1
      ? name
      : `${qualifier(object)}${name.replace(/^[^_]*/, qualifiedKind(object))}`;
  });
}

/** Generated names are valid in files; those of others may hold colons, or slashes that would lead elsewhere. */
function shortName(object: KubernetesObject): string {
  if (ownerOf(object) !== undefined) return generatedFileName(object);
  const { kind, name } = identityOf(object);
  const { generateName = '' } = (object.metadata ?? {}) as { generateName?: unknown };
  return `${safe(kind.toLowerCase())}_${safe(name || String(generateName))}.yaml`;
}

function qualifier(object: KubernetesObject): string {
  const { namespace } = identityOf(object);
  return namespace === '' ? '' : `${safe(namespace)}_`;
}

function qualifiedKind(object: KubernetesObject): string {
  const { group, kind } = identityOf(object);
  return safe([kind.toLowerCase(), group].filter(Boolean).join('.'));
}

function safe(text: string): string {
  return text.replace(/[^\w.-]/g, '-');
}
