/** What is said about a map whose members are wrong as a set: missing, misnamed, none or too many. */
import type { Mistake, Statement } from '../mistake.ts';
import { objectOf, schemaAt } from '../schema.ts';
import { code, label, listed } from '../wording.ts';

/** A required field that is absent. */
export function missingField({ path, params }: Mistake): Statement {
  const field = String(params['missingProperty']);
  const place = path.length === 0 ? '' : ` from ${label(path)}`;
  return {
    code: 'MP-SCHEMA-REQUIRED',
    message: `${code(field)} is missing${place}`,
    path: [...path, field],
    key: path,
  };
}

/** A key that is a name of the user's, not of the API's, and does not look like one. */
export function wrongName({ path, params }: Mistake): Statement {
  const name = String(params['propertyName']);
  const words =
    objectOf(schemaAt(path) ?? {})?.propertyNames?.patternErrorMessage ?? 'does not have the right form';
  return {
    code: 'MP-SCHEMA-NAME',
    message: `the name ${code(name)} in ${label(path)} ${words}`,
    path: [...path, name],
    key: [...path, name],
  };
}

/** No source or several, where the value of an environment variable has exactly one. */
export function wrongReference({ path, value }: Mistake): Statement {
  const sources = Object.keys(value ?? {});
  const known = Object.keys(objectOf(schemaAt(path) ?? {})?.properties ?? {});
  const message =
    sources.length === 0
      ? `${label(path)} refers to nothing: give it one of ${listed(known)}`
      : `${label(path)} has ${sources.length} sources, ${listed(sources)}: keep one (in an overlay, set the old one to null in your patch)`;
  return { code: 'MP-SCHEMA-ENV-REFERENCE', message };
}
