/**
 * Validation of a MoneyPositive as the user wrote it: first how it is written (YAML), then what is written (the JSON
 * Schema). Each mistake is one finding, with a message that says what to write instead and shows no value.
 */
import { CODES, type Code } from '../codes.ts';
import type { FieldPath, Finding } from '../results.ts';
import { formatPath } from '../results.ts';
import type { SourceDocument, YamlProblem, YamlProblemKind } from '../yaml/document.ts';
import { inspectStrict } from '../yaml/inspect.ts';
import { duplicateStatements } from './duplicates.ts';
import { envelopeStatement } from './envelope.ts';
import { foldErrors } from './fold.ts';
import { validate } from './generated/validator.js';
import { statementOf } from './messages/index.ts';
import type { Statement } from './mistake.ts';

/** The findings in the order of the text; none if the document is valid field by field. All are errors. Never throws. */
export function validateSpec(document: SourceDocument): readonly Finding[] {
  if (document.problems.length > 0) return document.problems.map(yamlFinding);
  const yaml = inspectStrict(document);
  if (document.value === undefined && yaml.length > 0) return yaml.map(yamlFinding);
  const fields = fieldFindings(document);
  const told = new Set(fields.map(({ path }) => formatPath(path)));
  return inOrder([...yaml.filter((problem) => !isTold(problem, told)).map(yamlFinding), ...fields]);
}

/** Where a scalar is wrong for its field anyway, that readers differ about it is no second mistake. */
function isTold({ kind, path }: YamlProblem, told: ReadonlySet<string>): boolean {
  return (kind === 'quote' || kind === 'octal') && path !== undefined && told.has(formatPath(path));
}

const YAML_CODES: Readonly<Record<YamlProblemKind, Code>> = {
  syntax: 'MP-YAML-SYNTAX',
  'duplicate-key': 'MP-YAML-DUPLICATE-KEY',
  'merge-key': 'MP-YAML-MERGE-KEY',
  alias: 'MP-YAML-ALIAS',
  tag: 'MP-YAML-TAG',
  quote: 'MP-YAML-QUOTE',
  octal: 'MP-YAML-OCTAL',
  'resource-list': 'MP-YAML-SYNTAX',
};

function yamlFinding({ kind, message, position, path = [] }: YamlProblem): Finding {
  const code = YAML_CODES[kind];
  return { code, severity: CODES[code].severity, message, path, position };
}

function fieldFindings(document: SourceDocument): readonly Finding[] {
  return statements(document.value).map(({ path, ...statement }) => fieldFinding(document, path, statement));
}

function statements(value: unknown): readonly (Statement & { readonly path: FieldPath })[] {
  const envelope = envelopeStatement(value);
  if (envelope !== undefined) return [{ path: [], ...envelope }];
  const mistakes = validate(value) ? [] : foldErrors(validate.errors ?? [], value);
  const wrong = mistakes.map((mistake) => ({ path: mistake.path, ...statementOf(mistake) }));
  return [...wrong, ...duplicateStatements(value).map((statement) => ({ path: [], ...statement }))];
}

function fieldFinding(
  document: SourceDocument,
  path: FieldPath,
  { code, message, key, proposedValue }: Statement,
): Finding {
  const position = key === undefined ? document.position(path) : document.position(key, 'key');
  return {
    code,
    severity: CODES[code].severity,
    message,
    path,
    ...(position && { position }),
    ...(proposedValue !== undefined && { proposedValue }),
  };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => {
    const [one, other] = [a.position ?? { line: 0, column: 0 }, b.position ?? { line: 0, column: 0 }];
    return one.line - other.line || one.column - other.column;
  });
}
