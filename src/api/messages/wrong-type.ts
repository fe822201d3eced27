/** What is said about a value of a wrong type. */
import type { FieldPath } from '../../results.ts';
import type { JsonSchema } from '../json-schema.ts';
import { typesOf } from '../json-schema.ts';
import type { Mistake, Statement } from '../mistake.ts';
import { allowsFalse, alternatives, objectOf, schemaAt } from '../schema.ts';
import { type Kind, kindOf, label, line, listed } from '../wording.ts';
import { wrongChoice } from './wrong-value.ts';

const CODE = 'MP-SCHEMA-TYPE';

/** The mistake with its fix: the quotes to add or remove, the `{}` to write, or what the field takes. */
export function wrongType(mistake: Mistake): Statement {
  const { path, value } = mistake;
  const schema = schemaAt(path) ?? {};
  const kind = kindOf(value);
  const name = label(path);
  if (kind === 'nothing') return { code: CODE, message: `${name} has no value: ${nothing(schema, path)}` };
  if (schema.enum !== undefined) return wrongChoice({ ...mistake, params: { allowedValues: schema.enum } });
  if (isUnquoted(kind, schema))
    return { code: 'MP-YAML-QUOTE', message: `${name} is text: write it in quotes` };
  if (isQuoted(value, schema))
    return { code: CODE, message: `${name} is ${wanted(schema)}: remove the quotes` };
  return { code: CODE, message: `${name} ${mismatch(schema, kind, path.at(-1))}` };
}

/** What to write in place of null, which is what a key with nothing after it means. */
function nothing(schema: JsonSchema, path: FieldPath): string {
  const key = path.at(-1);
  const object = objectOf(schema);
  if (typeof key === 'number') return 'remove the entry';
  const orRemove = isRequired(path) ? '' : ' or remove it';
  if (isEither(schema)) return `write ${line(key, '""')} for an empty text${orRemove}`;
  if (object === undefined)
    return schema.type === 'array' ? `write ${line(key, '[]')}${orRemove}` : `give it one${orRemove}`;
  const { required = [] } = object;
  return required.length > 0
    ? `give it ${listed(required)}${orRemove}`
    : `write ${line(key, '{}')}${orRemove}`;
}

function isRequired(path: FieldPath): boolean {
  const parent = objectOf(schemaAt(path.slice(0, -1)) ?? {});
  return parent?.required?.includes(String(path.at(-1))) ?? false;
}

/** A number or truth value where only text would do. */
function isUnquoted(kind: Kind, schema: JsonSchema): boolean {
  const types = alternatives(schema).flatMap(typesOf);
  const isScalar = kind === 'a number' || kind === 'a fraction' || kind === 'a truth value';
  return isScalar && types.includes('string') && !types.includes('integer');
}

/** Text that would be the right value without its quotes: `"8000"` at a number, `"true"` at a truth value. */
function isQuoted(value: unknown, schema: JsonSchema): boolean {
  if (typeof value !== 'string') return false;
  const types = alternatives(schema).flatMap(typesOf);
  if (types.includes('integer')) return /^-?\d+$/.test(value);
  return types.includes('boolean') && (value === 'true' || value === 'false');
}

function mismatch(schema: JsonSchema, kind: Kind, key: string | number | undefined): string {
  const object = objectOf(schema);
  if (
    kind === 'a truth value' &&
    object?.properties !== undefined &&
    !isEither(schema) &&
    typeof key === 'string'
  ) {
    return `is switched on by presence: write ${line(key, '{}')}, or leave it out`;
  }
  return `is ${wanted(schema)}, not ${kind}${form(schema, kind)}`;
}

/** How the right value is written, where it can be said in a few words. */
function form(schema: JsonSchema, kind: Kind): string {
  const object = objectOf(schema);
  if (schema.type === 'array') return ': write each entry after `- `, or all in `[]`';
  if (object === undefined || isEither(schema)) return '';
  if (kind === 'a list' && isNamed(object)) return ': write `NAME: ...` for each entry';
  const { required = [] } = object;
  return required.length === 0 ? '' : `: write \`{${required.map((field) => `${field}: ...`).join(', ')}}\``;
}

/** What the field takes, as a noun. */
function wanted(schema: JsonSchema): string {
  if (isEither(schema)) return 'text or a reference';
  const object = objectOf(schema);
  if (object !== undefined && isNamed(object)) return 'a map by name';
  const types = alternatives(schema)
    .filter((one) => one.const !== false)
    .flatMap(typesOf);
  const nouns = types.map((type) => NOUNS[type]);
  return [...new Set([...(allowsFalse(schema) ? ['`false`'] : []), ...nouns])].join(' or ');
}

/** A map whose keys are the user's. */
function isNamed(object: JsonSchema): boolean {
  return typeof object.additionalProperties === 'object';
}

const NOUNS = {
  array: 'a list',
  boolean: '`true` or `false`',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a map of fields',
  string: 'text',
} as const;

/** The value of an environment variable. */
function isEither(schema: JsonSchema): boolean {
  return objectOf(schema) !== undefined && alternatives(schema).some(({ type }) => type === 'string');
}
