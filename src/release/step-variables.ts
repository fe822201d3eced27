/** How the init Job tells its scripts what to do; a plan reads it back from there. */

/** The management command and its arguments, as a JSON list. */
export const STEP_VARIABLE = 'MONEYPOSITIVE_STEP';

/** The key under which a step that runs once is recorded. */
export const ONCE_VARIABLE = 'MONEYPOSITIVE_ONCE';
