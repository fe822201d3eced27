/** How one string or number is written so that every YAML 1.1, YAML 1.2, JSON and Go reader reads the same back. */
import { isAmbiguousPlain } from './ambiguous.ts';

/**
 * Characters a reader may refuse, fold or hide: controls, line separators, the byte order mark, noncharacters, and
 * invisible or direction-changing ones, which are legal but which no reviewer would see.
 */
const UNSAFE =
  /(?!\n)\p{Cc}|[\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]/u;
const UNSAFE_ALL = new RegExp(UNSAFE.source, 'gu');

/** What may stand plain: printable ASCII without the indicators that start, end or comment something. */
const PLAIN = /^[\w./$(+^-][\w./$()+^~@%=:,;<>*&!?|' -]*$/;
const PLAIN_TRAPS = /^-(?: |$)|^---|^\.\.\.|: | $|:$/;

/** Versions, addresses, lists of numbers: a person would quote them, and a reader may be too eager (`1.1` yaml: `e5`, `.`). */
const NUMERIC = /^[-+.]*\d[-+.,:_\dexobtz ]*$|^[-+]?\.[\d._]*$|^[-+]?[._]*e[-+]?\d+$/i;

/** Half of a surrogate pair: it can't be encoded as UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** A JSON string, which is a YAML double-quoted scalar as well; everything unsafe is escaped as `\uXXXX`. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(UNSAFE_ALL, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * The string on one line: plain where every reader leaves it alone, otherwise double-quoted; single-quoted where that
 * spares a person the backslashes, as in JSON.
 */
export function oneLine(text: string): string {
  const plain = PLAIN.test(text) && !PLAIN_TRAPS.test(text) && !NUMERIC.test(text) && !isAmbiguousPlain(text);
  if (plain) return text;
  const isReadableInSingleQuotes = /["\\]/.test(text) && !/['\n]/.test(text) && !UNSAFE.test(text);
  return isReadableInSingleQuotes ? `'${text}'` : doubleQuoted(text);
}

/**
 * The string as a block literal (`|` or `|-`) whose lines start with `margin`, or undefined where that could lose
 * something: other than one final newline (tools trim the end of a document), white space at the start of the text or at
 * the end of a line, tabs, and what only double quotes can write.
 */
export function blockLiteral(text: string, margin: string): string | undefined {
  if (!/\n./.test(text) && !/.\n$/.test(text)) return undefined;
  if (/^[ \n]| \n| $|\n\n$/.test(text) || UNSAFE.test(text)) return undefined;
  const chomped = text.endsWith('\n');
  const lines = (chomped ? text.slice(0, -1) : text).split('\n');
  const body = lines.map((line) => (line === '' ? '' : `${margin}${line}`)).join('\n');
  return `${chomped ? '|' : '|-'}\n${body}`;
}

/**
 * A finite number in digits that YAML 1.1, YAML 1.2, JSON and Go read alike: an exponent has a dot before it and a sign
 * (`1.0e+21`; PyYAML takes `1e21` for text). Negative zero is written as zero, as JSON does.
 */
export function numberText(value: number): string {
  const digits = String(value);
  return /^-?\d+e/.test(digits) ? digits.replace('e', '.0e') : digits;
}
