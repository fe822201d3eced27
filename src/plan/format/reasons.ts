/** Fields that differ, as people read them: what several containers have in common is said once. */
import { RELEASE_VARIABLE } from '../../release/placeholder.ts';
import type { FieldChange } from '../field.ts';

/** A field below a pod template, and the container it is of. */
const OF_CONTAINER = /^spec\.(?:jobTemplate\.spec\.)?template\.spec\.(?:initC|c)ontainers\[([^\]]+)\]\.(.+)$/;
const OF_PODS = /^spec\.(?:jobTemplate\.spec\.)?template\.(.+)$/;

/** More than these are counted: who wants all of them takes JSON. */
const MOST = 12;

/** A line for each: `image: shop:1 -> shop:2 (app, gate)`. */
export function reasons(fields: readonly FieldChange[], arrow: string): readonly string[] {
  const places = new Map<string, string[]>();
  for (const field of fields) {
    const { what, where } = split(field.path);
    const line = isRelease(what) ? 'the release that the gate waits for' : describe(what, field, arrow);
    places.set(line, [...(places.get(line) ?? []), ...(where === undefined ? [] : [where])]);
  }
  return atMost([...places].map(([line, where]) => withPlaces(line, where)));
}

function isRelease(what: string): boolean {
  return what.startsWith(`env[${RELEASE_VARIABLE}]`);
}

function split(path: string): { readonly what: string; readonly where: string | undefined } {
  const [, where, field] = OF_CONTAINER.exec(path) ?? [];
  if (field !== undefined) return { what: field, where };
  return { what: OF_PODS.exec(path)?.[1] ?? path, where: undefined };
}

function describe(what: string, { how, from, to }: FieldChange, arrow: string): string {
  if (from !== undefined || to !== undefined) return `${what}: ${from ?? 'none'} ${arrow} ${to ?? 'none'}`;
  return how === 'changed' ? what : `${what} ${how}`;
}

function withPlaces(line: string, where: readonly string[]): string {
  const names = [...new Set(where)];
  return names.length === 0 || line.startsWith('the release') ? line : `${line} (${names.join(', ')})`;
}

function atMost(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST + 1) return lines;
  return [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];
}
