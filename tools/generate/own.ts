/** Turns the tags of our own types into keywords: examples from YAML, list types, integers, and words for patterns. */
import { parse } from 'yaml';
import { type JsonSchema, typesOf } from '../../src/api/json-schema.ts';
import type { TaggedSchema } from './read-api.ts';

/** What a field comes to when it is absent, in words; kept apart from the description for the field reference. */
export interface OwnSchema extends JsonSchema {
  readonly defaultText?: string;
  readonly properties?: Readonly<Record<string, OwnSchema>>;
}

/** The schema of one of our types or fields, its tags turned into keywords. */
export function ownSchema(tagged: TaggedSchema): OwnSchema {
  const { example, examples: _, defaultText, listType, listMapKey, patternText, ...schema } = tagged;
  const { properties, items, type, ...rest } = schema;
  return {
    ...rest,
    ...(type !== undefined && { type: integral(type) }),
    ...(properties && { properties: mapValues(properties, ownSchema) }),
    ...(items && { items: ownSchema(items) }),
    ...(example !== undefined && { examples: [exampleValue(example, tagged)] }),
    // The library parses what looks like JSON5: `@defaultText 0` arrives as a number.
    ...(defaultText !== undefined && { defaultText: String(defaultText) }),
    ...(patternText !== undefined && { patternErrorMessage: `must be ${patternText}` }),
    ...(listType !== undefined && { 'x-kubernetes-list-type': listType }),
    ...(listMapKey !== undefined && { 'x-kubernetes-list-map-keys': [listMapKey] }),
  };
}

/** `number | string` is a whole number or text: this API has no fractions, and no tag can say so in a union. */
function integral(type: NonNullable<JsonSchema['type']>): NonNullable<JsonSchema['type']> {
  if (!Array.isArray(type)) return type;
  return type.map((one) => (one === 'number' ? 'integer' : one));
}

/**
 * The value of an `@example`, which is YAML. The library has already parsed what is JSON5 too (`"2"` arrives as the text
 * 2), so at a field that takes only text the text stands as it is where YAML would read something else.
 */
function exampleValue(example: unknown, schema: TaggedSchema): unknown {
  if (typeof example !== 'string') return example;
  const value: unknown = parse(example);
  const onlyText = typesOf(schema).length === 1 && schema.type === 'string';
  return onlyText && typeof value !== 'string' ? example : value;
}

/** The record with each value replaced. */
export function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
