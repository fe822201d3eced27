/**
 * Makes the schemas of Kubernetes' own types as strict as the API server's validation. The TypeScript models they come from say
 * less than Kubernetes: no integers, no merge keys, and names optional where history made them so.
 */
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { CONTAINER_LISTS } from './kubernetes-openapi.ts';
import type { TaggedSchema } from './read-api.ts';

/** Members the API server demands (pkg/apis/core/validation), although the types leave them optional. */
const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  ConfigMapEnvSource: ['name'],
  ConfigMapKeySelector: ['name', 'key'],
  ConfigMapProjection: ['name'],
  ConfigMapVolumeSource: ['name'],
  Container: ['name', 'image'],
  SecretEnvSource: ['name'],
  SecretKeySelector: ['name', 'key'],
  SecretProjection: ['name'],
  SecretVolumeSource: ['secretName'],
};

/** Merge keys of lists, as in Kubernetes' OpenAPI document (x-kubernetes-patch-merge-key). */
const MERGE_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Container: CONTAINER_LISTS,
};

/** Types that are scalars on the wire (apimachinery's resource.Quantity and intstr.IntOrString). */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Quantity: {
    description: 'An amount, as text (`500m`, `1Gi`) or as a number.',
    type: ['number', 'string'],
    pattern: '^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$',
    patternErrorMessage: 'must be an amount such as `500m` or `1Gi`',
  },
  IntOrString: { description: 'A whole number, or text.', type: ['integer', 'string'] },
};

/** The schema of Kubernetes' type `name`, tightened. */
export function embeddedSchema(name: string, schema: TaggedSchema): JsonSchema {
  const scalar = SCALARS[name];
  if (scalar !== undefined) return scalar;
  const demanded = DEMANDED[name];
  return {
    ...schema,
    ...(schema.properties && { properties: members(name, schema.properties) }),
    ...(demanded && { required: [...new Set([...demanded, ...(schema.required ?? [])])] }),
  };
}

function members(
  type: string,
  properties: Readonly<Record<string, TaggedSchema>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [
      name,
      mergeable(integral(member), MERGE_KEYS[type]?.[name]),
    ]),
  );
}

/** Every number in a pod is an int32 or int64; TypeScript has only `number`. */
function integral(schema: TaggedSchema): TaggedSchema {
  const { items } = schema;
  return {
    ...schema,
    ...(schema.type === 'number' && { type: 'integer' }),
    ...(items && { items: integral(items) }),
  };
}

function mergeable(schema: JsonSchema, key: string | undefined): JsonSchema {
  if (key === undefined) return schema;
  return { ...schema, 'x-kubernetes-patch-merge-key': key };
}
