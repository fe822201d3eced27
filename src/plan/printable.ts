/** Names from manifests, fit for a terminal and for a comment: whoever opens a pull request chooses them. */

/** Control characters, and those that turn the direction of text or are not seen. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text on one line, with a mark for each character that a terminal would act on. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\uFFFD');
}
