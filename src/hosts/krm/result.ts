/** Results as the KRM Functions Specification wants them. */
import type { Result } from '../../results.ts';

/** The code stands in the tags, for programs, and at the end of the message, since hosts show no tags. */
export function toKrmResult({ code, message, severity, resourceRef, field, file }: Result): object {
  return {
    message: `${message} [${code}]`,
    severity,
    ...(resourceRef !== undefined && resourceRef.name !== '' && { resourceRef }),
    ...(field && { field }),
    ...(file && { file }),
    tags: { code },
  };
}
