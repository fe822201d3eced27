/** A mistake and what is said about it: between the validator's errors and the findings. */
import type { Code } from '../codes.ts';
import type { FieldPath, Finding } from '../results.ts';

/** One violated keyword of the schema, at a field that exists. */
export interface Mistake {
  /** The field whose schema is violated. */
  readonly path: FieldPath;
  /** Its value, to tell what it is; never to be shown. */
  readonly value: unknown;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is said about a mistake. */
export interface Statement {
  readonly code: Code;
  readonly message: string;
  /** The field it is about, where that is not the mistake's own: a member that is unknown or missing. */
  readonly path?: FieldPath;
  /** Where it points to, a key rather than a value. */
  readonly key?: FieldPath;
  readonly proposedValue?: Finding['proposedValue'];
}
