/** How messages name fields, types and lists of words. No message shows a value of the user's: it may be a secret. */
import type { FieldPath } from '../results.ts';

/** A key is shown up to this length. */
const LONGEST_KEY = 60;

/** A key as code; one that would break the line or the marks is written with escapes, a long one is cut. */
export function code(key: string): string {
  const cut = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
  return /^[^\p{C}\p{Z}`"\\]+$/u.test(cut) ? `\`${cut}\`` : `\`${JSON.stringify(cut).replaceAll('`', "'")}\``;
}

/** A line to write for a key, as code: `beat: {}`. */
export function line(key: string | number | undefined, value: string): string {
  const name = String(key);
  return `\`${/^[\w./-]+$/.test(name) ? name : JSON.stringify(name).replaceAll('`', "'")}: ${value}\``;
}

/** The last part of a path, as people would call it: `port`, `hosts[0]`; the object itself has no name. */
export function label(path: FieldPath): string {
  const from = path.findLastIndex((step) => typeof step === 'string');
  if (from < 0) return 'the object';
  return code(
    `${path[from]}${path
      .slice(from + 1)
      .map((index) => `[${index}]`)
      .join('')}`,
  );
}

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], last = 'and'): string {
  const codes = words.map(code);
  if (codes.length < 2) return codes.join('');
  return `${codes.slice(0, -1).join(', ')} ${last} ${codes.at(-1)}`;
}

/** What a value is, in the words of people who write YAML. */
export type Kind = 'nothing' | 'a truth value' | 'a number' | 'a fraction' | 'text' | 'a list' | 'a map';

/** The kind of a value, never the value. */
export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'a truth value';
  if (typeof value === 'bigint') return 'a number';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  return typeof value === 'object' ? 'a map' : 'text';
}
