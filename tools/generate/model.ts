/** The API as everything is generated from it: our types and Kubernetes' under one set of names. */
import { EMBEDDED_PREFIX, type JsonSchema } from '../../src/api/json-schema.ts';
import { embeddedSchema } from './embedded.ts';
import { type Heritage, readHeritage } from './heritage.ts';
import { mapValues, type OwnSchema, ownSchema } from './own.ts';
import { API_FOLDER, readApi, type TaggedSchema } from './read-api.ts';

export interface ApiModel {
  /** Our types by name, those that others extend among them; a type's own fields stand before inherited ones. */
  readonly own: Readonly<Record<string, OwnSchema>>;
  /** Kubernetes' types by name, with the prefix that keeps them apart from ours. */
  readonly embedded: Readonly<Record<string, JsonSchema>>;
  readonly heritage: Readonly<Record<string, Heritage>>;
}

/** The models' interfaces start with `I`, ours never do: `IVolume`, but `Ingress`. */
const MODEL_NAME = /^I(?=[A-Z])/;

/** The model of the API as it stands in the sources. Throws when it finds nothing there. */
export function readModel(): ApiModel {
  return apiModel(readApi(), readHeritage(API_FOLDER));
}

function apiModel(tagged: TaggedSchema, heritage: ApiModel['heritage']): ApiModel {
  const entries = Object.entries(tagged.definitions ?? {});
  if (entries.length === 0) throw new Error('the API has no definitions');
  const own = entries.filter(([name]) => !MODEL_NAME.test(name));
  const embedded = entries.filter(([name]) => MODEL_NAME.test(name));
  return {
    own: Object.fromEntries(
      own.map(([name, schema]) => [
        name,
        ownFirst(renamed(ownSchema(schema)), heritage[name]?.members ?? []),
      ]),
    ),
    embedded: Object.fromEntries(
      embedded.map(([name, schema]) => {
        const kind = name.replace(MODEL_NAME, '');
        return [EMBEDDED_PREFIX + kind, renamed(embeddedSchema(kind, schema))];
      }),
    ),
    heritage,
  };
}

function ownFirst(schema: OwnSchema, members: readonly string[]): OwnSchema {
  if (schema.properties === undefined) return schema;
  const entries = Object.entries(schema.properties);
  const own = entries.filter(([name]) => members.includes(name));
  const inherited = entries.filter(([name]) => !members.includes(name));
  return { ...schema, properties: Object.fromEntries([...own, ...inherited]) };
}

/** The schema with the `$ref`s in it following the new names. */
function renamed<T extends JsonSchema>(schema: T): T {
  const { $ref, properties, additionalProperties, items, anyOf } = schema;
  return {
    ...schema,
    ...($ref !== undefined && { $ref: $ref.replace(/\/I(?=[A-Z])/, `/${EMBEDDED_PREFIX}`) }),
    ...(properties && { properties: mapValues(properties, renamed) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: renamed(additionalProperties) }),
    ...(items && { items: renamed(items) }),
    ...(anyOf && { anyOf: anyOf.map(renamed) }),
  };
}
