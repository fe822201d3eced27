/** Objects made of what the schema itself says: its examples and defaults, each at its place. */
import { type JsonSchema, resolve } from '../../src/api/json-schema.ts';
import { alternatives, SCHEMA } from '../../src/api/schema.ts';

/** A field of the API and a way to it: `['spec', 'workers', 'name', 'replicas']`; list entries are the first, `0`. */
export interface Field {
  readonly path: readonly (string | number)[];
  readonly schema: JsonSchema;
}

/** Every field below the given ones, Kubernetes' own types included as far as they have members with examples. */
export function allFields(): readonly Field[] {
  const fields: Field[] = [{ path: [], schema: SCHEMA }];
  for (const field of fields) if (field.path.length < 8) fields.push(...fieldsBelow(field));
  return fields.slice(1);
}

function fieldsBelow({ path, schema }: Field): readonly Field[] {
  return alternatives(schema).flatMap(({ properties = {}, additionalProperties, items }) => [
    ...Object.entries(properties).map(([name, member]) => ({
      path: [...path, name],
      schema: resolve(member, SCHEMA),
    })),
    ...(typeof additionalProperties === 'object'
      ? [{ path: [...path, 'name'], schema: resolve(additionalProperties, SCHEMA) }]
      : []),
    ...(items === undefined ? [] : [{ path: [...path, 0], schema: resolve(items, SCHEMA) }]),
  ]);
}

/** The smallest object that has this value at this path: beside the way to it there are the examples of required fields. */
export function objectWith(path: Field['path'], value: unknown, schema: JsonSchema = SCHEMA): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = alternatives(schema).find((one) => one.items !== undefined)?.items ?? {};
    return [objectWith(rest, value, resolve(items, SCHEMA))];
  }
  const object = alternatives(schema).find(({ type }) => type === 'object') ?? {};
  const member = object.properties?.[step] ?? object.additionalProperties;
  if (typeof member !== 'object') throw new Error(`no member ${step}`);
  return { ...requiredMembers(object), [step]: objectWith(rest, value, resolve(member, SCHEMA)) };
}

function requiredMembers({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(
    required.map((name) => [name, exampleOf(resolve(properties[name] ?? {}, SCHEMA))]),
  );
}

/** An example of a field's value; where the schema has none, one that has the right type. */
function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.properties !== undefined) return requiredMembers(schema);
  return { array: [], boolean: true, integer: 1, null: null, number: 1, object: {}, string: 'x' }[
    [schema.type].flat()[0] ?? 'null'
  ];
}

/** An object with the example of every field of ours, Kubernetes' types as their examples have them. */
export function fullObject(schema: JsonSchema = SCHEMA): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, member]) => {
      const resolved = resolve(member, SCHEMA);
      return [name, resolved.examples?.[0] ?? fullObject(resolved)];
    }),
  );
}
