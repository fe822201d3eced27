/** What is said about a key that the API does not have at its place. */
import type { FieldPath } from '../../results.ts';
import type { Mistake, Statement } from '../mistake.ts';
import { allowsFalse, homesOf, objectOf, schemaAt } from '../schema.ts';
import { nearest } from '../suggest.ts';
import { code, label, line, listed } from '../wording.ts';

/** Up to this many known fields are listed where none of them is near. */
const LISTED = 8;

/** The nearest known key, or where else the field belongs, or what an expert would say about it. */
export function unknownField({ path, params }: Mistake): Statement {
  const field = String(params['additionalProperty']);
  return {
    code: 'MP-SCHEMA-UNKNOWN-FIELD',
    message: `unknown field ${code(field)}${advice(field, path)}`,
    path: [...path, field],
    key: [...path, field],
  };
}

function advice(field: string, path: FieldPath): string {
  const told = expertAdvice(field, path);
  if (told !== undefined) return `: ${told}`;
  const known = Object.keys(objectOf(schemaAt(path) ?? {})?.properties ?? {});
  const meant = nearest(field, known);
  if (meant !== undefined) return `; did you mean ${code(meant)}?`;
  const home = homesOf(field);
  if (home.length > 0) return elsewhere(home);
  return known.length <= LISTED ? `; known here: ${listed(known)}` : '';
}

function elsewhere(homes: readonly string[]): string {
  const [first = ''] = homes;
  if (!first.includes('.')) return `: it stands beside ${code('spec')}, not in it`;
  return `; did you mean ${listed(homes.slice(0, 2), 'or')}?`;
}

/** Mistakes that are made with a reason; each has an answer that no spelling can give. */
function expertAdvice(field: string, path: FieldPath): string | undefined {
  if (field === 'enabled') return presence(path);
  if (field === 'replicas' || field === 'autoscaling') return single(path);
  if (path.at(-2) === 'env') return environment(field, label(path));
  if (field === 'clusterIssuer') return 'name it under `tls`: `issuerRef: {name: ...}`';
  return undefined;
}

function presence(path: FieldPath): string | undefined {
  if (path.length < 2) return undefined;
  const name = String(path.at(-1));
  const schema = schemaAt(path);
  const isSwitch = schema !== undefined && allowsFalse(schema);
  const off = isSwitch ? `${line(name, 'false')} to switch it off` : 'leave it out';
  return `presence switches on; write ${line(name, '{}')}, or ${off}`;
}

function single(path: FieldPath): string | undefined {
  if (path.length !== 2) return undefined;
  if (path[1] === 'beat') return 'beat is always exactly one';
  if (path[1] === 'redis') return 'Redis is always exactly one';
  return path[1] === 'init' ? 'a release is initialized by one pod' : undefined;
}

/** Habits from the `env` list of a container. */
function environment(field: string, name: string): string | undefined {
  if (field === 'valueFrom') return 'write the reference itself under the name, without `valueFrom`';
  return field === 'value' ? `write the text itself after ${name}, in quotes` : undefined;
}
