/** Defaults of `security`. */
import type { Security as SecuritySpec } from '../api/v1alpha1/security.ts';
import type { Security } from './stack.ts';

/** The user that containers run as under `restricted`: an image's USER may be a name, which `runAsNonRoot` refuses. */
const DEFAULT_USER = 1000;

/**
 * The security of a component, its own fields over those of the stack. Under `restricted` what is not given has a value;
 * elsewhere the image decides.
 */
export function normalizeSecurity(
  stack: SecuritySpec | undefined,
  own: SecuritySpec | undefined,
  user: number = DEFAULT_USER,
): Security {
  const { profile = 'restricted', ...given } = { ...stack, ...own };
  const restricted = profile === 'restricted';
  const id = restricted ? user : undefined;
  return {
    profile,
    runAsUser: given.runAsUser ?? id,
    runAsGroup: given.runAsGroup ?? id,
    fsGroup: given.fsGroup ?? id,
    readOnlyRootFilesystem: given.readOnlyRootFilesystem ?? restricted,
    writablePaths: given.writablePaths ?? [],
  };
}
