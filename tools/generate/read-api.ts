/** Reads the API's interfaces and their comments, the one source of everything generated. */
import { createGenerator } from 'ts-json-schema-generator';
import type { JsonSchema } from '../../src/api/json-schema.ts';

/** Where the interfaces of the API stand, one version a folder. */
export const API_FOLDER = 'src/api/v1alpha1';

/** A schema with the tags of this API as the library hands them over. `example` is parsed where it happens to be JSON5. */
export interface TaggedSchema extends JsonSchema {
  readonly defaultText?: unknown;
  readonly example?: unknown;
  readonly listType?: string;
  readonly listMapKey?: string;
  readonly patternText?: string;
  readonly properties?: Readonly<Record<string, TaggedSchema>>;
  readonly additionalProperties?: boolean | TaggedSchema;
  readonly items?: TaggedSchema;
  readonly anyOf?: readonly TaggedSchema[];
  readonly definitions?: Readonly<Record<string, TaggedSchema>>;
}

/** A schema for each exported type of the API and each type these reach. Throws for a type that has no JSON Schema. */
export function readApi(): TaggedSchema {
  const generator = createGenerator({
    path: `${API_FOLDER}/*.ts`,
    tsconfig: 'tsconfig.json',
    type: '*',
    additionalProperties: false,
    // `npm run types` checks types; doing it again here would take most of the time.
    skipTypeCheck: true,
    sortProps: false,
    // The library's own `examples` keep only what is JSON5; ours are YAML.
    extraTags: ['defaultText', 'example', 'listType', 'listMapKey', 'patternText'],
  });
  return generator.createSchema() as TaggedSchema;
}
