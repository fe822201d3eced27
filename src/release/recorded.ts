/**
 * What generated objects say about their release after others have had them in hand: a built-in of kustomize that runs after
 * the function, a patch, an image override.
 */
import type { Job } from '../k8s/models.ts';
import { HASH_LENGTH } from '../k8s/names.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import { ownerOf } from '../k8s/owner.ts';
import { releaseOf } from './name-objects.ts';
import { RELEASE_PLACEHOLDER, RELEASE_VARIABLE } from './placeholder.ts';
import { isInitJob } from './turns.ts';

/** Whether the Job still holds what its release is the hash of. Other objects do. */
export function isAsReleased(object: KubernetesObject, present: ReadonlySet<string>): boolean {
  if (!isInitJob(object)) return true;
  const [release = ''] = releasesIn(object);
  const affixes = affixesOf(object, release);
  if (affixes === undefined) return false;
  const asMade = withPlaceholder(object, release) as Job;
  return [asMade, withoutAffixes(asMade, affixes, present) as Job].some((job) => releaseOf(job) === release);
}

/** The values of every release variable in an object: what it records, or what it waits for. */
export function releasesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, value: text } = value as { name?: unknown; value?: unknown };
  if (name === RELEASE_VARIABLE && typeof text === 'string') return [text];
  return Object.values(value).flatMap(releasesIn);
}

interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
}

/** What namePrefix and nameSuffix have put around the Job's name; undefined where the release's hash is not in it. */
function affixesOf(object: KubernetesObject, release: string): Affixes | undefined {
  const hash = `-${release.slice(0, HASH_LENGTH)}`;
  const name = object.metadata?.name ?? '';
  const at = release === '' ? -1 : name.lastIndexOf(hash);
  if (at < 0) return undefined;
  const start = name.lastIndexOf(`${ownerOf(object)}-init`, at);
  return { prefix: name.slice(0, Math.max(start, 0)), suffix: name.slice(at + hash.length) };
}

function withPlaceholder(value: unknown, release: string): unknown {
  return mapText(value, (text) => (text === release ? RELEASE_PLACEHOLDER : text));
}

/**
 * References as they were before the names of the objects that are present got a prefix or a suffix: the Job's name got it
 * too, so that the same name still means the same content.
 */
function withoutAffixes(job: unknown, { prefix, suffix }: Affixes, present: ReadonlySet<string>): unknown {
  return mapText(job, (text) => {
    const isRenamed = present.has(text) && text.startsWith(prefix) && text.endsWith(suffix);
    return isRenamed ? text.slice(prefix.length, text.length - suffix.length) : text;
  });
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapText(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapText(member, change)]));
}
