/**
 * Writes generated objects as YAML that every reader reads alike: block style, two spaces, sequences at the column of
 * their key as kubectl writes them, keys in insertion order, no anchors, aliases, tags or folding.
 */
import { type FieldPath, formatPath } from '../results.ts';
import { blockLiteral, doubleQuoted, hasLoneSurrogate, numberText, oneLine } from './scalar.ts';

/** A value that YAML can't hold so that it comes back the same; the message names the field, never the value. */
export class UnwritableValueError extends TypeError {
  readonly path: FieldPath;

  constructor(path: FieldPath, reason: string) {
    super(`${path.length === 0 ? 'The value' : formatPath(path)} can't be written as YAML: ${reason}`);
    this.name = 'UnwritableValueError';
    this.path = path;
  }
}

type Members = Readonly<Record<string, unknown>>;

/** Readers need not look further than 1024 characters for the `:` of a key; longer keys are written as `? key`. */
const LONGEST_SIMPLE_KEY = 1000;

/**
 * The value as a YAML text that ends in a newline. Members that are `undefined` are left out.
 *
 * @param options.indent spaces before every line, 0 by default.
 * @throws UnwritableValueError on what JSON can't hold either (functions, `undefined` in a list, NaN) and on lone surrogates.
 */
export function writeYaml(value: unknown, options: { readonly indent?: number } = {}): string {
  return block(value, options.indent ?? 0, []);
}

/** The value as JSON on one line that is YAML flow style as well, with the same escapes as `writeYaml`. Throws as it does. */
export function writeFlow(value: unknown): string {
  return flow(value, []);
}

/** Whole lines, each indented by at least `column`. */
function block(value: unknown, column: number, path: FieldPath): string {
  const margin = ' '.repeat(column);
  if (!isBlock(value, path)) return `${margin}${inline(value, column, path)}\n`;
  if (isMembers(value, path)) {
    return membersOf(value)
      .map(([key, member]) => margin + entry(key, member, column, [...path, key]))
      .join('');
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return Array.from(items, (item, index) => `${margin}- ${listItem(item, column, [...path, index])}`).join(
    '',
  );
}

/** What follows `- `: a collection starts on the same line. */
function listItem(value: unknown, column: number, path: FieldPath): string {
  return isBlock(value, path)
    ? block(value, column + 2, path).slice(column + 2)
    : `${inline(value, column, path)}\n`;
}

function entry(key: string, value: unknown, column: number, path: FieldPath): string {
  const name = oneLine(checked(key, path));
  const explicit = name.length > LONGEST_SIMPLE_KEY;
  const head = explicit ? `? ${name}\n${' '.repeat(column)}:` : `${name}:`;
  if (!isBlock(value, path)) return `${head} ${inline(value, column, path)}\n`;
  return `${head}\n${block(value, Array.isArray(value) && !explicit ? column : column + 2, path)}`;
}

/** A scalar or an empty collection, after a key or dash at `column`. */
function inline(value: unknown, column: number, path: FieldPath): string {
  if (typeof value !== 'string') return flow(value, path);
  const text = checked(value, path);
  return blockLiteral(text, ' '.repeat(column + 2)) ?? oneLine(text);
}

function flow(value: unknown, path: FieldPath): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return doubleQuoted(checked(value, path));
  if (typeof value === 'number' && Number.isFinite(value)) return numberText(value);
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => flow(item, [...path, index])).join(', ')}]`;
  if (isMembers(value, path)) return `{${membersOf(value).map(flowMember(path)).join(', ')}}`;
  throw new UnwritableValueError(
    path,
    `JSON has no ${typeof value === 'number' ? String(value) : typeof value}`,
  );
}

function flowMember(path: FieldPath): (member: readonly [string, unknown]) => string {
  return ([key, value]) => {
    const name = doubleQuoted(checked(key, path));
    return `${name.length > LONGEST_SIMPLE_KEY ? '? ' : ''}${name}: ${flow(value, [...path, key])}`;
  };
}

/** Whether the value takes lines of its own: a collection with something in it. */
function isBlock(value: unknown, path: FieldPath): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isMembers(value, path) && Object.values(value).some((member) => member !== undefined);
}

function isMembers(value: unknown, path: FieldPath): value is Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  throw new UnwritableValueError(path, 'it is an object of a class');
}

function membersOf(value: Members): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

function checked(text: string, path: FieldPath): string {
  if (hasLoneSurrogate(text)) throw new UnwritableValueError(path, 'it has half of a surrogate pair');
  return text;
}
