/**
 * Findings that the user accepts, each with a reason, by the annotation `moneypositive.coop/accept` of a MoneyPositive. A line
 * (or several with `;` between) is `CODE: reason`, or `CODE PATH: reason` for the one finding at that place.
 */
import { nearest } from '../api/suggest.ts';
import type { MoneyPositive } from '../api/v1alpha1/money-positive.ts';
import { CODES, type Code, type CodeEntry } from '../codes.ts';
import { type FieldPath, type Finding, formatPath } from '../results.ts';
import { finding, oneLine } from './rule.ts';

const ACCEPT_ANNOTATION = 'moneypositive.coop/accept';

const PATH: FieldPath = ['metadata', 'annotations', ACCEPT_ANNOTATION];

/** The next entry begins on a new line, or at a code: a reason may have a semicolon of its own. */
const SEPARATOR = /\n|;(?=\s*(?:$|MP-))/;

/** A code, a path as messages show it (spaces and colons only in the quotes of a key), and after a colon the reason. */
const ENTRY = /^([^\s:]+)(?:\s+((?:"(?:[^"\\]|\\.)*"|[^\s":])+))?\s*:(.*)$/s;

interface Acceptance {
  readonly code: string;
  /** Absent: wherever the code is found. */
  readonly place: string | undefined;
  /** May be missing, which is a fault. */
  readonly reason: string;
}

/** The findings with the accepted ones as information, and what there is to say about the annotation itself. */
export function acceptFindings(object: MoneyPositive, findings: readonly Finding[]): readonly Finding[] {
  const acceptances = parse(object.metadata.annotations?.[ACCEPT_ANNOTATION] ?? '');
  const effective = acceptances.filter(isEffective);
  const faults = acceptances.flatMap((acceptance) => fault(acceptance, findings) ?? []);
  return [...findings.map((one) => accepted(one, effective)), ...faults];
}

function parse(annotation: string): readonly Acceptance[] {
  return annotation
    .split(SEPARATOR)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, code = firstWord(entry), place, reason = ''] = ENTRY.exec(entry) ?? [];
      return { code, place, reason: oneLine(reason).trim() };
    });
}

function firstWord(entry: string): string {
  return entry.split(/[\s:]/)[0] ?? '';
}

/** As information, for the reason that is given for its place, or else for its code. */
function accepted(one: Finding, acceptances: readonly Acceptance[]): Finding {
  const matching = acceptances.filter((acceptance) => covers(acceptance, one));
  const acceptance = matching.find(({ place }) => place !== undefined) ?? matching[0];
  if (acceptance === undefined) return one;
  return { ...one, severity: 'info', message: `${one.message} (accepted: ${acceptance.reason})` };
}

function covers({ code, place }: Acceptance, one: Finding): boolean {
  return one.code === code && (place === undefined || place === formatPath(one.path));
}

/** Whether the entry accepts anything there may be. */
function isEffective({ code, reason }: Acceptance): boolean {
  return isCode(code) && isAcceptable(code) && reason !== '';
}

function fault(acceptance: Acceptance, findings: readonly Finding[]): Finding | undefined {
  const { code, reason } = acceptance;
  if (!isCode(code)) {
    const near = nearest(code, Object.keys(CODES));
    const advice = near ? `: did you mean \`${near}\`?` : '';
    return finding('MP-ACCEPT-UNKNOWN', PATH, `there is no code \`${code}\`${advice}`);
  }
  if (!isAcceptable(code)) {
    const message = `\`${code}\` can't be accepted: mend what it is about, and remove it here`;
    return finding('MP-ACCEPT-REFUSED', PATH, message);
  }
  if (reason === '') {
    const message = `say why, after a colon: write \`${code}: reason\`, or \`${code} PATH: reason\` for one place`;
    return finding('MP-ACCEPT-REASON', PATH, message);
  }
  if (findings.some((one) => covers(acceptance, one))) return undefined;
  return finding('MP-ACCEPT-UNUSED', PATH, unused(acceptance, findings));
}

function unused({ code, place }: Acceptance, findings: readonly Finding[]): string {
  if (place === undefined) return `nothing here has the code \`${code}\`: remove it`;
  const elsewhere = findings.find((one) => one.code === code);
  const fix = elsewhere
    ? `\`${formatPath(elsewhere.path)}\` has: correct the path, or remove it`
    : 'remove it';
  return `nothing at \`${place}\` has the code \`${code}\`${elsewhere ? ', but ' : ': '}${fix}`;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

function isAcceptable(code: Code): boolean {
  const { acceptable }: CodeEntry = CODES[code];
  return acceptable === true;
}
