/** The published JSON Schema: what editors complete and explain from, and what the validator is compiled from. */
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { flow } from './flow.ts';
import type { ApiModel } from './model.ts';
import { mapValues, type OwnSchema } from './own.ts';

/** The schema's name, which needn't be an address that answers. */
const ID = 'https://moneypositive.coop/v1alpha1/money-positive.schema.json';

/** Keywords in the order people read them: constraints that stand in neither list come between the two. */
const FIRST = [
  '$schema',
  '$id',
  '$ref',
  'title',
  'description',
  'type',
  'const',
  'enum',
  'anyOf',
  'required',
];
const LAST = ['default', 'examples', 'properties', 'additionalProperties', 'items', 'definitions'];

/** The schema of a MoneyPositive, draft-07, closed: unknown keys fail. */
export function publishedSchema(model: ApiModel): JsonSchema {
  const all: Record<string, JsonSchema> = { ...mapValues(model.own, published), ...model.embedded };
  const { MoneyPositive } = all;
  if (MoneyPositive === undefined) throw new Error('the API has no MoneyPositive');
  const names = [...reachable(MoneyPositive, all)];
  return ordered({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: ID,
    title: 'MoneyPositive',
    ...MoneyPositive,
    definitions: Object.fromEntries(names.map((name) => [name, ordered(all[name] ?? {})])),
  });
}

/** Says the default in the description as well: editors and `kubectl explain` show that, and the keyword they don't. */
function published({ defaultText, properties, ...schema }: OwnSchema): JsonSchema {
  const said = schema.default === undefined ? defaultText : `\`${flow(schema.default)}\``;
  const description = [schema.description, said && `Default: ${said}`].filter(Boolean).join('\n\n');
  return { ...schema, description, ...(properties && { properties: mapValues(properties, published) }) };
}

/** The names of the definitions that a schema reaches, in the order it does. */
function reachable(
  schema: JsonSchema,
  all: Readonly<Record<string, JsonSchema>>,
  seen = new Set<string>(),
): Set<string> {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    reachable(all[name] ?? {}, all, seen);
  }
  return seen;
}

function ordered(schema: JsonSchema): JsonSchema {
  const { properties } = schema;
  const nested = { ...schema, ...(properties && { properties: mapValues(properties, ordered) }) };
  return Object.fromEntries(Object.entries(nested).sort(([a], [b]) => rank(a) - rank(b)));
}

function rank(keyword: string): number {
  return FIRST.includes(keyword) ? FIRST.indexOf(keyword) : FIRST.length + 1 + LAST.indexOf(keyword);
}
