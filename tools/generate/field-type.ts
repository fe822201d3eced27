/** The type of a field as the field reference names it. */
import { definitionName, EMBEDDED_PREFIX, type JsonSchema, typesOf } from '../../src/api/json-schema.ts';
import type { ApiModel } from './model.ts';

/** Types that are sections of the reference are links: `list of [Fixture](#fixture)`, `"a" or "b"`, `Volume (Kubernetes)`. */
export function fieldType(schema: JsonSchema, model: ApiModel): string {
  const name = definitionName(schema);
  if (name !== undefined) return namedType(name, model);
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => fieldType(one, model)).join(' or ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.items !== undefined) return `list of ${fieldType(schema.items, model)}`;
  if (typeof schema.additionalProperties === 'object')
    return `map of ${fieldType(schema.additionalProperties, model)}`;
  return typesOf(schema).join(' or ') + range(schema);
}

/** An alias stands for what it means, unless it has members and thus a section of its own. */
function namedType(name: string, model: ApiModel): string {
  if (name.startsWith(EMBEDDED_PREFIX)) return `${name.slice(EMBEDDED_PREFIX.length)} (Kubernetes)`;
  const schema = model.own[name];
  if (schema === undefined || schema.properties !== undefined) return `[${name}](#${name.toLowerCase()})`;
  return fieldType(schema, model);
}

function range({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return '';
  return maximum === undefined ? ` ≥ ${minimum}` : ` ${minimum} to ${maximum}`;
}
