/**
 * The schema the validator is compiled from: the published one without its texts, and with unions told apart by type, so that a mistake
 * inside one alternative is reported alone. As an `anyOf` it would come with the errors of all the others.
 */
import { type JsonSchema, resolve, typesOf } from '../../src/api/json-schema.ts';

/** A schema with the conditional keywords as well. */
interface ConditionalSchema extends JsonSchema {
  readonly allOf?: readonly ConditionalSchema[];
  readonly if?: ConditionalSchema;
  readonly then?: ConditionalSchema;
}

/** Keywords that say nothing about validity. */
const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'patternErrorMessage',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-patch-merge-key',
]);

/** The schema for the compiler. Throws for a union whose alternatives share a type: they couldn't be told apart. */
export function validatorSchema(schema: JsonSchema, root: JsonSchema = schema): ConditionalSchema {
  const kept = Object.entries(schema).filter(([keyword]) => !TEXTS.has(keyword));
  const { anyOf, ...bare }: JsonSchema = Object.fromEntries(kept);
  return { ...bare, ...nested(bare, root), ...(anyOf && union(anyOf, root)) };
}

function nested(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { properties, propertyNames, definitions, additionalProperties, items } = schema;
  return {
    ...(properties && { properties: eachOf(properties, root) }),
    ...(definitions && { definitions: eachOf(definitions, root) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: validatorSchema(additionalProperties, root),
    }),
    ...(propertyNames && { propertyNames: validatorSchema(propertyNames, root) }),
    ...(items && { items: validatorSchema(items, root) }),
  };
}

function eachOf(
  schemas: Readonly<Record<string, JsonSchema>>,
  root: JsonSchema,
): Record<string, ConditionalSchema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, validatorSchema(schema, root)]),
  );
}

/** One of the alternatives' types, and for each type the alternative that has it. */
function union(alternatives: readonly JsonSchema[], root: JsonSchema): ConditionalSchema {
  const types = alternatives.flatMap((alternative) => typesOf(resolve(alternative, root)));
  if (new Set(types).size !== types.length)
    throw new Error(`a union of ${types.join(', ')} can't be told apart by type`);
  return {
    type: types,
    allOf: alternatives.map((alternative) => ({
      if: { type: typesOf(resolve(alternative, root)) },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema
      then: validatorSchema(alternative, root),
    })),
  };
}
