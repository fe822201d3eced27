/**
 * The stage that tells an engine the order: by annotations of the objects, never of their pods, so that nothing is named
 * otherwise or replaced on account of it.
 */
import { identityOf, type KubernetesObject } from '../k8s/object.ts';
import { isInitJob, type Turn, turnOf } from './turns.ts';

export type Engine = 'none' | 'kpt' | 'argocd';

type Annotations = Readonly<Record<string, string>>;

const DEPENDS_ON = 'config.kubernetes.io/depends-on';
const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

/** The objects of one stack with the annotations of one engine; as they are where no init Job asks for an order. */
export function orderObjects(
  objects: readonly KubernetesObject[],
  engine: Engine,
): readonly KubernetesObject[] {
  if (engine === 'none' || !objects.some(isInitJob)) return objects;
  const annotations = engine === 'kpt' ? dependsOn(objects) : SYNC_WAVES;
  return objects.map((object) => annotate(object, annotations[turnOf(object)]));
}

/**
 * Zero is every object's wave, the user's own Secrets included: what the Job needs comes with them. A wave begins when
 * the one before is healthy, and a Job is when it is complete.
 */
const SYNC_WAVES: Readonly<Record<Turn, Annotations>> = {
  needed: {},
  init: { [SYNC_WAVE]: '1' },
  waiting: { [SYNC_WAVE]: '2' },
};

function dependsOn(objects: readonly KubernetesObject[]): Readonly<Record<Turn, Annotations>> {
  const needed = objects.filter((object) => turnOf(object) === 'needed');
  return {
    needed: {},
    init: needed.length === 0 ? {} : { [DEPENDS_ON]: needed.map(reference).join(',') },
    waiting: { [DEPENDS_ON]: objects.filter(isInitJob).map(reference).join(',') },
  };
}

/** As cli-utils reads it: `batch/namespaces/shop/Job/shop-init-1a2b3c4d`; the core group is empty. */
function reference(object: KubernetesObject): string {
  const { group, namespace, kind, name } = identityOf(object);
  return `${group}/namespaces/${namespace}/${kind}/${name}`;
}

function annotate(object: KubernetesObject, annotations: Annotations): KubernetesObject {
  if (Object.keys(annotations).length === 0) return object;
  const { metadata } = object;
  return {
    ...object,
    metadata: { ...metadata, annotations: { ...metadata?.annotations, ...annotations } },
  };
}
