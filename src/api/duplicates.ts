/** Entries that stand twice in a list whose entries have a name (list type map) or are a set, as a CRD would refuse them. */
import type { FieldPath } from '../results.ts';
import { type JsonSchema, resolve } from './json-schema.ts';
import type { Statement } from './mistake.ts';
import { memberOf, SCHEMA } from './schema.ts';
import { code, label } from './wording.ts';

/** A statement for each entry that repeats an earlier one, at any depth. Values of wrong types are passed over. */
export function duplicateStatements(object: unknown): readonly Statement[] {
  return duplicatesIn(object, resolve(SCHEMA, SCHEMA), []);
}

function duplicatesIn(value: unknown, schema: JsonSchema | undefined, path: FieldPath): readonly Statement[] {
  if (schema === undefined || typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? repeated(value, schema, path) : [];
  const below = membersOf(value).map(([step, member]) =>
    duplicatesIn(member, memberOf(schema, step), [...path, step]),
  );
  return [...own, ...below.flat()];
}

function membersOf(value: object): readonly (readonly [string | number, unknown])[] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

function repeated(list: readonly unknown[], schema: JsonSchema, path: FieldPath): readonly Statement[] {
  const type = schema['x-kubernetes-list-type'];
  const [key] = schema['x-kubernetes-list-map-keys'] ?? [];
  if (type !== 'set' && type !== 'map') return [];
  const names = list.map((entry) =>
    key === undefined ? entry : (entry as Readonly<Record<string, unknown>> | null)?.[key],
  );
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (typeof name !== 'string' || first === index) return [];
    const same = key === undefined ? 'is the same as' : `has the same ${code(key)} as`;
    const message = `${label([...path, index])} ${same} ${label([...path, first])}`;
    return [{ code: 'MP-SCHEMA-DUPLICATE' as const, message, path: [...path, index] }];
  });
}
