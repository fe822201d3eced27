/**
 * The stage that gives hashed names. A release is the SHA-256 of what the API server holds immutable in the init Job; the
 * Job is named by its first characters, the whole of it is what the Job records and the gates wait for.
 */
import { createHash } from 'node:crypto';
import type { Job } from '../k8s/models.ts';
import { HASH_LENGTH } from '../k8s/names.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import { canonicalJson } from './canonical-json.ts';
import { RELEASE_PLACEHOLDER, RELEASE_VARIABLE } from './placeholder.ts';
import { isInitJob } from './turns.ts';

/** The objects of one stack with the release filled in; as they are where there is no init Job. */
export function nameObjects(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const job = objects.find(isInitJob);
  if (job === undefined) return objects;
  const release = releaseOf(job);
  return objects.map((object) => fillRelease(object === job ? withHash(job, release) : object, release));
}

/** The SHA-256, in hex, of the Job's immutable fields. Source: ValidateJobSpecUpdate in Kubernetes' batch validation. */
export function releaseOf({ spec }: Job): string {
  const immutable = {
    completions: spec?.completions,
    podFailurePolicy: spec?.podFailurePolicy,
    template: spec?.template,
  };
  return createHash('sha256').update(canonicalJson(immutable)).digest('hex');
}

function withHash(job: Job & KubernetesObject, release: string): KubernetesObject {
  const name = `${job.metadata?.name}-${release.slice(0, HASH_LENGTH)}`;
  return { ...job, metadata: { ...job.metadata, name } };
}

/** Every release variable that still has the placeholder gets the release; the rest is shared with the input. */
function fillRelease<T>(value: T, release: string): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => fillRelease(entry, release)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (isUnfilled(value)) return { ...value, value: release };
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, fillRelease(member, release)]),
  ) as T;
}

function isUnfilled(value: object): boolean {
  const { name, value: text } = value as { name?: unknown; value?: unknown };
  return name === RELEASE_VARIABLE && text === RELEASE_PLACEHOLDER;
}
