/** Texts with a form of their own, as the API server demands it. */

/**
 * An amount in Kubernetes' notation.
 * @pattern ^[0-9]+(\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|Ei|k|M|G|T|P|E|[eE][0-9]+)?$
 * @patternText an amount with a unit, such as `1Gi` or `500Mi`
 */
export type Quantity = string;

/**
 * The value of a label.
 * @maxLength 63
 * @pattern ^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$
 * @patternText made of letters, digits, `-`, `_` and `.`, with a letter or digit at both ends
 */
export type LabelValue = string;

/**
 * Labels by name.
 * @propertyNames {"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$","patternErrorMessage":"must be a name of letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, at most 63 characters, after an optional `DOMAIN/`"}
 */
export type Labels = Record<string, LabelValue>;

/**
 * Annotations by name.
 * @propertyNames {"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$","patternErrorMessage":"must be a name of letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, at most 63 characters, after an optional `DOMAIN/`"}
 */
export type Annotations = Record<string, string>;
