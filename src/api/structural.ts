/**
 * From JSON Schema to the structural schema of a CustomResourceDefinition
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema):
 * no `$ref`, a type at each node, and `x-kubernetes-preserve-unknown-fields` where a structural schema can't say what is meant.
 */
import { writeFlow } from '../yaml/write.ts';
import { definitionName, EMBEDDED_PREFIX, type JsonSchema, resolve, typesOf } from './json-schema.ts';

/** A node of a structural schema, as plain data. */
export type Structural = Readonly<Record<string, unknown>>;

/** Keywords that mean the same in both. Defaults are left out: the API server would write them into what people applied. */
const SHARED = [
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'minProperties',
  'maxProperties',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
] as const;

/** The structural schema of a node; `root` holds the definitions. */
export function structural(node: JsonSchema, root: JsonSchema): Structural {
  const schema = resolve(node, root);
  const description = describe(schema);
  if (schema.anyOf !== undefined) return { ...description, 'x-kubernetes-preserve-unknown-fields': true };
  if (isOpaque(node, root)) return { ...description, ...opaque(schema, root) };
  const within = isEmbedded(node) ? withoutTexts(schema) : schema;
  return { ...description, ...typed(schema), ...shared(schema), ...nested(within, root) };
}

/** A whole number or text is the one union that structural schemas know. Quantities are admitted as such, too. */
function typed(schema: JsonSchema): Structural {
  const types = typesOf(schema);
  if (types.length > 1) return { 'x-kubernetes-int-or-string': true };
  return { type: types[0] };
}

function shared(schema: JsonSchema): Structural {
  const kept = SHARED.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]] as const]));
  const constant = schema.const === undefined ? {} : { enum: [schema.const] };
  return { ...Object.fromEntries(kept), ...constant };
}

function nested(schema: JsonSchema, root: JsonSchema): Structural {
  const { properties, required, additionalProperties, items } = schema;
  return {
    ...(required && { required }),
    ...(properties && { properties: members(properties, root) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: structural(additionalProperties, root),
    }),
    ...(items && { items: structural(items, root) }),
  };
}

function members(properties: Readonly<Record<string, JsonSchema>>, root: JsonSchema): Structural {
  return Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, structural(member, root)]),
  );
}

function isEmbedded(node: JsonSchema): boolean {
  return definitionName(node)?.startsWith(EMBEDDED_PREFIX) ?? false;
}

/** The texts of Kubernetes' own fields are in `kubectl explain pod`; here they would stand six times over. */
function withoutTexts(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema.properties ?? {});
  return {
    ...schema,
    properties: Object.fromEntries(entries.map(([name, { description: _, ...rest }]) => [name, rest])),
  };
}

/** Kubernetes' own types are spelt out only where they hold nothing but scalars: the rest would take most of a megabyte. */
function isOpaque(node: JsonSchema, root: JsonSchema): boolean {
  if (!isEmbedded(node)) return false;
  return Object.values(resolve(node, root).properties ?? {}).some(
    (member) => !isScalar(resolve(member, root)),
  );
}

function isScalar(schema: JsonSchema): boolean {
  return typesOf(schema).every((type) => type !== 'object' && type !== 'array');
}

/** An object with any members, of which only the required scalars are spelt out (list map keys are among them). */
function opaque(schema: JsonSchema, root: JsonSchema): Structural {
  const required = (schema.required ?? []).filter((name) => {
    const member = schema.properties?.[name];
    return member !== undefined && isScalar(resolve(member, root));
  });
  const { properties = {} } = withoutTexts(schema);
  const kept = Object.fromEntries(required.map((name) => [name, properties[name] ?? {}]));
  return {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    ...(required.length > 0 && { required, properties: members(kept, root) }),
  };
}

function describe({ description, examples }: JsonSchema): Structural {
  const example = examples?.[0] === undefined ? undefined : `Example: ${inWords(examples[0])}`;
  const text = [description, example].filter((part) => part !== undefined).join('\n\n');
  return text === '' ? {} : { description: text };
}

function inWords(example: unknown): string {
  return typeof example === 'string' ? example : writeFlow(example);
}
