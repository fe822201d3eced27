/** The release before it is known: it is a hash over the Job that holds it. */

/** The variable that holds the release: what the init Job records, and what the gate waits for. */
export const RELEASE_VARIABLE = 'MONEYPOSITIVE_RELEASE';

/** As long as a release, and none: no SHA-256 is all zeros. */
export const RELEASE_PLACEHOLDER = '0'.repeat(64);

/** The variable with its value still to come. */
export function releaseVariable(): { name: string; value: string } {
  return { name: RELEASE_VARIABLE, value: RELEASE_PLACEHOLDER };
}
