/** Names that fit. */
import { createHash } from 'node:crypto';

/** Longest name of an object that becomes a DNS label: Service, Deployment, Job (its name is a label of its pods). */
export const MAX_LABEL = 63;

/** Longest name of a StatefulSet: its pods add an ordinal, its revision label a hash of eleven characters. */
export const MAX_STATEFUL_SET = 52;

/** Length of a hash in a name. */
export const HASH_LENGTH = 8;

/** The first characters of the SHA-256 of a text, in hex. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * The name as it is, if it has at most `max` characters; else cut, with a hash of the whole name for its end, so that two
 * long names stay two.
 */
export function fitName(name: string, max: number = MAX_LABEL): string {
  if (name.length <= max) return name;
  const head = name.slice(0, max - HASH_LENGTH - 1).replace(/-+$/, '');
  return `${head}-${shortHash(name)}`;
}

/** A text as a DNS-1123 label of at most `max` characters; `fallback` where nothing of it can stand in one. */
export function toDnsLabel(text: string, max: number, fallback: string): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
  return label === '' ? fallback : label;
}

/** Whether the text is a DNS-1123 label, as names of containers and volumes are. */
export function isDnsLabel(text: string): boolean {
  return text.length <= MAX_LABEL && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}
