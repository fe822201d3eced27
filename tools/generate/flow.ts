/** Values as people write them in one line. */
import { stringify } from 'yaml';

/**
 * A value as YAML on one line: `{databases: [default]}`. A text that begins like a number is quoted, as people are told to do,
 * even where this reader would take it for text.
 */
export function flow(value: unknown): string {
  if (typeof value === 'string' && /^[-+.\d]/.test(value)) return JSON.stringify(value);
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}
