/** What is said about a value of the right type that its field does not admit. */
import { typesOf } from '../json-schema.ts';
import type { Mistake, Statement } from '../mistake.ts';
import { alternatives, objectOf, schemaAt } from '../schema.ts';
import { nearest } from '../suggest.ts';
import { code, label, line, listed } from '../wording.ts';

/** More values than these are no help in one line. */
const LISTED = 10;

/** A fixed value, the same for every object. */
export function wrongConstant({ path, params }: Mistake): Statement {
  const schema = schemaAt(path) ?? {};
  const name = label(path);
  if (params['allowedValue'] === false)
    return { code: 'MP-SCHEMA-TYPE', message: `${name} ${notTrue(path.at(-1), schema)}` };
  return { code: 'MP-SCHEMA-ENUM', message: `${name} must be ${code(String(schema.const))}` };
}

/** `true` where only `false` means something: what can be switched off is on by default. */
function notTrue(key: string | number | undefined, schema: Parameters<typeof objectOf>[0]): string {
  if (objectOf(schema) !== undefined) return `is on by default: leave it out, or write ${line(key, '{}')}`;
  const example = schema.examples?.[0];
  return `is \`false\` or a value of its own${typeof example === 'string' ? `, such as ${code(example)}` : ''}`;
}

/** One of a list of values; the nearest one is proposed. */
export function wrongChoice({ path, value, params }: Mistake): Statement {
  const allowed = (params['allowedValues'] as readonly unknown[]).map(String).filter((one) => one !== '');
  const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const choices =
    allowed.length > LISTED ? 'one of the values Kubernetes knows' : `one of ${listed(allowed, 'or')}`;
  return {
    code: 'MP-SCHEMA-ENUM',
    message: `${label(path)} must be ${choices}${meant === undefined ? '' : `; did you mean ${code(meant)}?`}`,
    ...(meant !== undefined && { proposedValue: meant }),
  };
}

/** The form of a text, in the words of its schema. */
export function wrongForm({ path }: Mistake): Statement {
  const words = alternatives(schemaAt(path) ?? {}).find(
    ({ pattern }) => pattern !== undefined,
  )?.patternErrorMessage;
  return { code: 'MP-SCHEMA-PATTERN', message: `${label(path)} ${words ?? 'does not have the right form'}` };
}

/** A number, a length or a count out of range. */
export function outOfRange({ path, keyword, params }: Mistake): Statement {
  return {
    code: 'MP-SCHEMA-RANGE',
    message: `${label(path)} ${range(keyword, Number(params['limit']), path)}`,
  };
}

function range(keyword: string, limit: number, path: Mistake['path']): string {
  if (keyword === 'minItems')
    return limit === 1 ? 'is empty: it needs an entry' : `needs at least ${limit} entries`;
  if (keyword === 'minLength') return limit === 1 ? 'is empty' : `needs at least ${limit} characters`;
  if (keyword === 'maxLength') return `is too long: at most ${limit} characters`;
  const { minimum, maximum } =
    alternatives(schemaAt(path) ?? {}).find((one) => typesOf(one).includes('integer')) ?? {};
  if (minimum !== undefined && maximum !== undefined) return `must be a number from ${minimum} to ${maximum}`;
  return keyword === 'minimum' ? `must be at least ${limit}` : `must be at most ${limit}`;
}
