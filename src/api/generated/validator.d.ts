/** The validator that `npm run build` compiles from the JSON Schema; the code itself is not under version control. */

/** One violated keyword, as ajv reports it. */
export interface SchemaError {
  /** JSON pointer to the value: `/spec/app/port`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key that is wrong, where a keyword is about keys. */
  readonly propertyName?: string;
}

export declare const validate: {
  (value: unknown): boolean;
  /** Every violation of the last call; null when there was none. */
  readonly errors?: readonly SchemaError[] | null;
};
