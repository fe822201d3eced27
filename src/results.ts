/**
 * What the program says about its input. A finding knows the field; a result also knows the object, the file and the
 * line. Codes are stable: people write them into annotations and search for them. Their meanings are in `codes.ts`.
 */
import type { Code } from './codes.ts';

/** As in the KRM Functions Specification; an error makes the program exit non-zero. */
export type Severity = 'error' | 'warning' | 'info';

/** A field's place in an object: `['spec', 'workers', 'default', 'queues', 0]`. */
export type FieldPath = readonly (string | number)[];

/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something worth saying about one field of a MoneyPositive. Never carries a value that could be a secret. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly path: FieldPath;
  /** Where the finding points when the path alone can't tell (a duplicate key, a syntax error). */
  readonly position?: Position;
  /** What to write instead, where there is one answer. */
  readonly proposedValue?: string | number | boolean;
}

/** A finding with the object and the place it was made about; `file`, `field` and `resourceRef` as in the KRM Functions Specification. */
export interface Result {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly resourceRef?: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
  };
  readonly field?: { readonly path: string; readonly proposedValue?: string | number | boolean };
  readonly file?: { readonly path: string; readonly index?: number };
  readonly position?: Position;
}

/** Whether any result is an error. */
export function hasErrors(results: readonly { readonly severity: Severity }[]): boolean {
  return results.some((result) => result.severity === 'error');
}

/** `spec.workers.default.queues[0]`; a key that isn't an identifier is quoted: `spec.env["A.B"]`. */
export function formatPath(path: FieldPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
