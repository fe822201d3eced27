/** Questions about the published JSON Schema: what may stand at a path, and where a field belongs. */
import publishedSchema from '../../fn-config/money-positive.schema.json';
import type { FieldPath } from '../results.ts';
import { definitionName, EMBEDDED_PREFIX, type JsonSchema, resolve } from './json-schema.ts';
import { nearest } from './suggest.ts';

/** The published JSON Schema of a MoneyPositive. */
export const SCHEMA = publishedSchema as unknown as JsonSchema;

/** The schema of the field at a path, its `$ref` followed; undefined where the API has no such field. */
export function schemaAt(path: FieldPath): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (schema, step) => schema && memberOf(schema, step),
    resolve(SCHEMA, SCHEMA),
  );
}

/** The alternatives of a union, resolved; a schema that is none is its own only alternative. */
export function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? [schema]).map((one) => resolve(one, SCHEMA));
}

/** The alternative that is an object, if there is one. */
export function objectOf(schema: JsonSchema): JsonSchema | undefined {
  return alternatives(schema).find(({ type }) => type === 'object');
}

/** Whether `false` is the stated value that switches this off. */
export function allowsFalse(schema: JsonSchema): boolean {
  return alternatives(schema).some((one) => one.const === false);
}

/** The schema of a member or entry of what this schema describes, its `$ref` followed; undefined if there is none. */
export function memberOf(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  for (const { properties = {}, additionalProperties, items } of alternatives(schema)) {
    if (typeof step === 'number' && items !== undefined) return resolve(items, SCHEMA);
    const member = Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
    if (typeof member === 'object') return resolve(member, SCHEMA);
  }
  return undefined;
}

/**
 * Where the API has a field of this name or, if there is none, of the nearest name; nearest to the top first:
 * `spec.app.replicas`, `spec.workers.NAME.replicas`.
 */
export function homesOf(field: string): readonly string[] {
  const places = allPlaces();
  const names = [...new Set(places.map(nameOf))];
  const meant = names.includes(field) ? field : nearest(field, names);
  return places.filter((path) => nameOf(path) === meant);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Every field of the API's own, level by level. Only asked for when something is wrong, so nothing is kept. */
function allPlaces(): readonly string[] {
  const levels: (readonly Place[])[] = [[{ path: '', schema: SCHEMA }]];
  for (const level of levels) {
    const next = level.flatMap(below);
    if (next.length > 0) levels.push(next);
  }
  return levels
    .slice(1)
    .flat()
    .map(({ path }) => path);
}

interface Place {
  readonly path: string;
  readonly schema: JsonSchema;
}

/** The fields one level below, Kubernetes' own types left out: they are too many, and known from elsewhere. */
function below({ path, schema }: Place): readonly Place[] {
  return alternatives(schema).flatMap(({ properties = {}, additionalProperties, items }) => {
    const members = Object.entries(properties).map(([name, member]) => ({
      path: path === '' ? name : `${path}.${name}`,
      schema: member,
    }));
    const values =
      typeof additionalProperties === 'object'
        ? [{ path: `${path}.NAME`, schema: additionalProperties }]
        : [];
    const entries = items === undefined ? [] : [{ path: `${path}[]`, schema: items }];
    return [...members, ...values, ...entries].filter((place) => !isEmbedded(place.schema)).map(resolved);
  });
}

function isEmbedded(schema: JsonSchema): boolean {
  return definitionName(schema)?.startsWith(EMBEDDED_PREFIX) ?? false;
}

function resolved({ path, schema }: Place): Place {
  return { path, schema: resolve(schema, SCHEMA) };
}
