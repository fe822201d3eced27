/**
 * Which plain (unquoted) scalars mean different things to different readers. YAML 1.1 (type repository at
 * https://yaml.org/type/), YAML 1.2 (core schema, section 10.3.2), js-yaml 3, PyYAML and the Go readers yaml.v2 and
 * yaml.v3 each have their own idea of null, bool, int, float and timestamp; this is the union of them.
 */

/** Words that some reader takes for a null, a bool, a merge key or a default-value key; in every casing. */
const WORDS: ReadonlySet<string> = new Set([
  ...['', '~', 'null', 'true', 'false', 'y', 'n', 'yes', 'no', 'on', 'off', '<<', '='],
  ...['.inf', '+.inf', '-.inf', '.nan', '+.nan', '-.nan'],
]);

/** Underscores are gone before these are tried: YAML 1.1 and Go allow them between digits. */
const NUMBERS: readonly RegExp[] = [
  /^[-+]?\d+$/, // 10, and octal for YAML 1.1 and Go: 0777
  /^[-+]?0x[\da-f]+$/i,
  /^[-+]?0o[-+]?[0-7]+$/i, // YAML 1.2 and Go; Go accepts a sign after the prefix
  /^[-+]?0b[-+]?[01]+$/i, // YAML 1.1 and Go
  /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i,
  /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/, // YAML 1.1 base 60: 12:30:45
];

/** YAML 1.1 and yaml.v3: a date, or a date and a time, with or without a zone. */
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:t|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d*)?(?:[ \t]*(?:z|[-+]\d{1,2}(?::?\d{2})?))?)?$/i;

/**
 * Whether some YAML 1.1, YAML 1.2 or Go reader takes this plain text for something other than this very text: `yes`,
 * `0777`, `1e3`, `12:30:45`, `2021-12-01`, `~`, the empty text. `1.2.3`, `10.0.0.1` and `300m` are text to all of them.
 */
export function isAmbiguousPlain(text: string): boolean {
  if (WORDS.has(text.toLowerCase())) return true;
  if (!/^[-+.\d]/.test(text)) return false;
  const digits = text.replaceAll('_', '');
  return NUMBERS.some((number) => number.test(digits)) || TIMESTAMP.test(text);
}

/** Whether a plain number has a leading zero: `0644` is 644 to YAML 1.2 and 420 to YAML 1.1 and Go. */
export function isOctalLike(text: string): boolean {
  return /^[-+]?0\d+$/.test(text);
}
