/**
 * Findings that the user accepts, each with a reason, by the annotation `moneypositive.coop/accept` of a MoneyPositive: one
 * `CODE: reason` a line, or several with `;` between.
 */
import { nearest } from '../api/suggest.ts';
import type { MoneyPositive } from '../api/v1alpha1/money-positive.ts';
import { CODES, type Code, type CodeEntry } from '../codes.ts';
import type { FieldPath, Finding } from '../results.ts';
import { finding, oneLine } from './rule.ts';

const ACCEPT_ANNOTATION = 'moneypositive.coop/accept';

const PATH: FieldPath = ['metadata', 'annotations', ACCEPT_ANNOTATION];

/** The next entry begins on a new line, or at a code: a reason may have a semicolon of its own. */
const SEPARATOR = /\n|;(?=\s*(?:$|MP-))/;

/** One entry: a code, and a reason that may be missing. */
interface Acceptance {
  readonly code: string;
  readonly reason: string;
}

/** The findings with the accepted ones as information, and what there is to say about the annotation itself. */
export function acceptFindings(object: MoneyPositive, findings: readonly Finding[]): readonly Finding[] {
  const acceptances = parse(object.metadata.annotations?.[ACCEPT_ANNOTATION] ?? '');
  const faults = acceptances.flatMap((acceptance) => fault(acceptance, findings) ?? []);
  const reasons = new Map(
    acceptances.filter(isEffective).map(({ code, reason }): [string, string] => [code, reason]),
  );
  return [...findings.map((one) => accepted(one, reasons.get(one.code))), ...faults];
}

function parse(annotation: string): readonly Acceptance[] {
  return annotation
    .split(SEPARATOR)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, code = '', reason = ''] = /^([^\s:]*)\s*:?(.*)$/s.exec(entry) ?? [];
      return { code, reason: oneLine(reason).trim() };
    });
}

function accepted(one: Finding, reason: string | undefined): Finding {
  if (reason === undefined) return one;
  return { ...one, severity: 'info', message: `${one.message} (accepted: ${reason})` };
}

/** Whether the entry accepts anything there may be. */
function isEffective({ code, reason }: Acceptance): boolean {
  return isCode(code) && isAcceptable(code) && reason !== '';
}

function fault(acceptance: Acceptance, findings: readonly Finding[]): Finding | undefined {
  const { code, reason } = acceptance;
  if (!isCode(code)) {
    const near = nearest(code, Object.keys(CODES));
    return finding(
      'MP-ACCEPT-UNKNOWN',
      PATH,
      `there is no code \`${code}\`${near ? `: did you mean \`${near}\`?` : ''}`,
    );
  }
  if (!isAcceptable(code)) {
    return finding(
      'MP-ACCEPT-REFUSED',
      PATH,
      `\`${code}\` can't be accepted: mend what it is about, and remove it here`,
    );
  }
  if (reason === '') return finding('MP-ACCEPT-REASON', PATH, `say why: write \`${code}: reason\``);
  if (findings.some((one) => one.code === code)) return undefined;
  return finding('MP-ACCEPT-UNUSED', PATH, `nothing here has the code \`${code}\`: remove it`);
}

function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

function isAcceptable(code: Code): boolean {
  const { acceptable }: CodeEntry = CODES[code];
  return acceptable === true;
}
