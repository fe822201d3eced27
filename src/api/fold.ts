/** From the validator's errors to one mistake for each thing a person did wrong. */
import type { FieldPath } from '../results.ts';
import type { SchemaError } from './generated/validator.js';
import type { Mistake } from './mistake.ts';
import { schemaAt } from './schema.ts';
import { nearest } from './suggest.ts';

/** About a value as a whole, the telling ones first: of several at one value the first is enough. */
const ABOUT_VALUE = [
  'type',
  'const',
  'enum',
  'minLength',
  'pattern',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'minProperties',
  'maxProperties',
];

/** About one member of a map, so that several can stand at one value. */
const ABOUT_MEMBER = ['additionalProperties', 'propertyNames', 'required'];

/** The mistakes in the order of the errors. `root` is the object that was validated. */
export function foldErrors(errors: readonly SchemaError[], root: unknown): readonly Mistake[] {
  const places = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const those = places.get(error.instancePath);
    if (those === undefined) places.set(error.instancePath, [error]);
    else those.push(error);
  }
  return [...places].flatMap(([pointer, those]) => foldPlace(those, place(pointer, root)));
}

interface Place {
  readonly path: FieldPath;
  readonly value: unknown;
}

function foldPlace(errors: readonly SchemaError[], { path, value }: Place): readonly Mistake[] {
  // What a name must look like is told by `propertyNames`; the keyword it violates comes with it.
  const own = errors.filter(
    ({ keyword, propertyName }) => propertyName === undefined || keyword === 'propertyNames',
  );
  const kept = [...aboutMembers(own, path), ...aboutValue(own, value)];
  return kept.map(({ keyword, params }) => ({ path, value, keyword, params }));
}

/** A missing field whose misspelt name is there is one mistake, told as the unknown field. */
function aboutMembers(errors: readonly SchemaError[], path: FieldPath): readonly SchemaError[] {
  const known = Object.keys(schemaAt(path)?.properties ?? {});
  const meant = errors.map(({ params }) => nearest(String(params['additionalProperty'] ?? ''), known));
  return errors
    .filter(({ keyword }) => ABOUT_MEMBER.includes(keyword))
    .filter(({ params }) => !meant.includes(String(params['missingProperty'])));
}

/** How many members a map may have isn't worth telling while some of them are wrong by themselves. */
function aboutValue(errors: readonly SchemaError[], value: unknown): readonly SchemaError[] {
  const hasWrongMember =
    errors.some(({ keyword }) => ABOUT_MEMBER.includes(keyword)) || Object.values(value ?? {}).includes(null);
  const first = errors
    .filter(({ keyword }) => ABOUT_VALUE.includes(keyword))
    .filter(({ keyword }) => !(hasWrongMember && keyword.endsWith('Properties')))
    .sort((a, b) => ABOUT_VALUE.indexOf(a.keyword) - ABOUT_VALUE.indexOf(b.keyword))[0];
  return first === undefined ? [] : [first];
}

/** A JSON pointer resolved: whether `0` is a key or an index depends on what it leads into. */
function place(pointer: string, root: unknown): Place {
  let value = root;
  const path: (string | number)[] = [];
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return { path, value };
}
