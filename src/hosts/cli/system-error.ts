/** Errors of the operating system: a file that isn't there, a folder that may not be written. */

/** Whether an error is one that Node made of a failed system call. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** `shop.yaml: no such file or directory`, from Node's `ENOENT: no such file or directory, open 'shop.yaml'`. */
export function describeSystemError(error: Error): string {
  const [, reason = error.message] = /^[A-Z\d]+: ([^,]+)/.exec(error.message) ?? [];
  return isSystemError(error) && error.path !== undefined ? `${error.path}: ${reason}` : reason;
}
