/** The part of JSON Schema (draft-07) that the API's schema uses. */

export type SchemaType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** A schema, or a part of one. The `x-kubernetes-` keywords are those of a CustomResourceDefinition. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** What the pattern asks for, in words; editors show it in place of the pattern. */
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Definitions of Kubernetes' own types carry this prefix; it can't meet a name of ours. */
export const EMBEDDED_PREFIX = 'k8s.';

/** The name of the definition that a `$ref` points to: `#/definitions/App` → `App`; undefined without a `$ref`. */
export function definitionName(schema: JsonSchema): string | undefined {
  return schema.$ref?.replace('#/definitions/', '');
}

/**
 * A schema with its `$ref` followed: the definition, with what stands beside the `$ref` laid over it (a field's own
 * description wins over its type's). Throws for a name without a definition: the schema itself is broken then.
 */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = definitionName(schema);
  if (name === undefined) return schema;
  const definition = root.definitions?.[name];
  if (definition === undefined) throw new Error(`the schema has no definition ${name}`);
  const { $ref: _, ...beside } = schema;
  return { ...resolve(definition, root), ...beside };
}

/** The types a schema admits, as a list; empty when it doesn't say (a union, say). */
export function typesOf(schema: JsonSchema): readonly SchemaType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}
