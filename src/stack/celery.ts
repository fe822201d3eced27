/** How Celery's programs are started. */

/** `celery --app=PROJECT SUBCOMMAND …`; nothing without a project, whose own command then stands. */
export function celery(
  project: string | undefined,
  subcommand: 'worker' | 'beat',
  options: readonly string[],
): { readonly command?: readonly string[]; readonly args?: readonly string[] } {
  if (project === undefined) return {};
  return { command: ['celery'], args: [`--app=${project}`, subcommand, '--loglevel=INFO', ...options] };
}

/** `--name=value`, or nothing without a value. */
export function option(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}=${value}`];
}
