/**
 * The file for a kustomization's `openapi:` field: how a strategic merge patch merges the lists of a MoneyPositive. Whatever the file doesn't
 * mention merges as kustomize merges anything (maps by key, lists replaced), so only the way to merging lists is in it.
 */
import { definitionName, type JsonSchema } from '../../src/api/json-schema.ts';
import { kubernetesDefinitions, list } from './kubernetes-openapi.ts';

/** A node of the OpenAPI document. */
type Node = Readonly<Record<string, unknown>>;

/** The document, computed from the published schema. */
export function openApi(schema: JsonSchema): Node {
  const { definitions = {}, ...top } = schema;
  const merging = Object.entries(definitions).flatMap(([name, definition]) => {
    const node = mergeNode(definition, schema);
    return node === undefined ? [] : [[name, node] as const];
  });
  return {
    definitions: {
      'coop.moneypositive.v1alpha1.MoneyPositive': {
        ...mergeNode(top, schema),
        'x-kubernetes-group-version-kind': [
          { group: 'moneypositive.coop', kind: 'MoneyPositive', version: 'v1alpha1' },
        ],
      },
      ...Object.fromEntries(merging),
      ...kubernetesDefinitions(),
    },
  };
}

/** What the document says of a node; undefined if there is no merging list at it or below it. */
function mergeNode(schema: JsonSchema, root: JsonSchema): Node | undefined {
  const name = definitionName(schema);
  if (name !== undefined) {
    const target = root.definitions?.[name];
    return target && mergeNode(target, root) && { $ref: schema.$ref };
  }
  if (schema.items !== undefined) return listNode(schema, schema.items, root);
  return objectNode(schema, root);
}

function listNode(schema: JsonSchema, items: JsonSchema, root: JsonSchema): Node | undefined {
  const key = schema['x-kubernetes-patch-merge-key'] ?? schema['x-kubernetes-list-map-keys']?.[0];
  const below = mergeNode(items, root);
  if (key === undefined) return below && { type: 'array', items: below };
  return list(key, below);
}

function objectNode(
  { properties = {}, additionalProperties }: JsonSchema,
  root: JsonSchema,
): Node | undefined {
  const members = Object.entries(properties).flatMap(([name, member]) => {
    const node = mergeNode(member, root);
    return node === undefined ? [] : [[name, node] as const];
  });
  const values = typeof additionalProperties === 'object' ? mergeNode(additionalProperties, root) : undefined;
  if (members.length === 0 && values === undefined) return undefined;
  return {
    type: 'object',
    ...(members.length > 0 && { properties: Object.fromEntries(members) }),
    ...(values && { additionalProperties: values }),
  };
}
