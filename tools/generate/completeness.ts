/** The rule that every field of the API is explained: type, description, default and example. */
import { definitionName, EMBEDDED_PREFIX } from '../../src/api/json-schema.ts';
import type { ApiModel } from './model.ts';
import type { OwnSchema } from './own.ts';

/** What is missing, one line for each gap (`App.port has no example`); empty when the API is complete. */
export function gaps(model: ApiModel): readonly string[] {
  return Object.entries(model.own).flatMap(([type, schema]) => [
    ...missing(type, { description: schema.description }),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, member]) =>
      fieldGaps(`${type}.${field}`, member, schema.required?.includes(field) ?? false, model),
    ),
  ]);
}

function fieldGaps(name: string, field: OwnSchema, required: boolean, model: ApiModel): readonly string[] {
  const type = field.type ?? field.$ref ?? field.anyOf;
  const stated = field.default ?? field.defaultText;
  const words = field.pattern === undefined ? true : field.patternErrorMessage;
  const always = { type, description: field.description, patternText: words };
  if (isSection(field, model)) return missing(name, always);
  return missing(name, { ...always, default: required ? true : stated, example: field.examples?.[0] });
}

/** An object of ours whose members are described one by one; presence switches it on, so it has no default of its own. */
function isSection(field: OwnSchema, model: ApiModel): boolean {
  const name = definitionName(field);
  if (name === undefined || name.startsWith(EMBEDDED_PREFIX)) return false;
  return (
    model.own[name]?.properties !== undefined &&
    field.default === undefined &&
    field.defaultText === undefined
  );
}

function missing(name: string, parts: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(parts)
    .filter(([, value]) => value === undefined)
    .map(([part]) => `${name} has no ${part}`);
}
