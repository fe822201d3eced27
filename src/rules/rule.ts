/** What a rule is: a check across fields, on a stack that is valid field by field. */
import type { MoneyPositive } from '../api/v1alpha1/money-positive.ts';
import { CODES, type Code } from '../codes.ts';
import type { FieldPath, Finding } from '../results.ts';
import type { Stack } from '../stack/stack.ts';

/** What a rule looks at: the complete stack, and what the user wrote for it (which fields, and where). */
export interface Subject {
  readonly stack: Stack;
  readonly object: MoneyPositive;
}

/** Pure; returns a finding for each fault, in the order of the fields. */
export type Rule = (subject: Subject) => readonly Finding[];

/**
 * A finding with the severity of its code. The message never holds a value that could be a secret, and is one line: the
 * names in it may be any text.
 */
export function finding(
  code: Code,
  path: FieldPath,
  message: string,
  proposedValue?: Finding['proposedValue'],
): Finding {
  const { severity } = CODES[code];
  return {
    code,
    severity,
    message: oneLine(message),
    path,
    ...(proposedValue !== undefined && { proposedValue }),
  };
}

/** The findings without a second one of the same code at the same place: what is inherited is found in every heir. */
export function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path }) => {
    const key = JSON.stringify([code, ...path]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The text without line breaks and other control characters: hosts show a message on one line, and some cut it there. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
