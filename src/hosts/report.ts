/** Results as people read them: one line each, with the place first, so that terminals and editors link it. */
import { hasErrors, type Result } from '../results.ts';
import type { YamlProblem } from '../yaml/document.ts';
import type { ExitCode } from './output.ts';

/** `shop.yaml:12:5: error: message (spec.app.replicas) [MP-CODE]`; without a file, the object's name takes its place. */
function formatResult(result: Result): string {
  const { code, severity, message, field } = result;
  const where = field === undefined ? '' : ` (${field.path})`;
  return `${placeOf(result)}: ${severity}: ${message}${where} [${code}]`;
}

/** All results, errors first: kpt shows only the first four lines. */
export function formatResults(results: readonly Result[]): string {
  const order = { error: 0, warning: 1, info: 2 } as const;
  return [...results]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((result) => `${formatResult(result)}\n`)
    .join('');
}

export function exitCodeOf(results: readonly Result[]): ExitCode {
  return hasErrors(results) ? 1 : 0;
}

function placeOf({ file, position, resourceRef }: Result): string {
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  if (file !== undefined) return `${file.path}${place}`;
  const name =
    resourceRef === undefined ? 'input' : [resourceRef.kind, resourceRef.name].filter(Boolean).join(' ');
  return position === undefined ? name : `${name}, line ${position.line}, column ${position.column}`;
}

/** Where a host has written the text, with values filled in or anew: its lines are not those of the user's files. */
export function withoutPosition({ position: _, ...result }: Result): Result {
  return result;
}

/** Results for a text that can't be read at all. */
export function problemResults(problems: readonly YamlProblem[]): readonly Result[] {
  return problems.map(({ message, position }) => ({
    code: 'MP-YAML-SYNTAX',
    severity: 'error',
    message,
    position,
  }));
}
