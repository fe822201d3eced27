/** Findings as lines, the way the tests of validation state them. */
import { validateSpec } from '../../src/api/validate.ts';
import { formatPath } from '../../src/results.ts';
import { readStream } from '../../src/yaml/stream.ts';

/** `LINE:COLUMN CODE PATH: MESSAGE` for each finding of each document. */
export function report(text: string): readonly string[] {
  return readStream(text)
    .flatMap(validateSpec)
    .map(({ position, code, path, message }) => {
      const place = position === undefined ? '?' : `${position.line}:${position.column}`;
      return `${place} ${code} ${formatPath(path)}: ${message}`;
    });
}

/** A MoneyPositive with these lines in its spec; the first of them is line 7, and indented by two. */
export function withSpec(...lines: readonly string[]): string {
  return [
    'apiVersion: moneypositive.coop/v1alpha1',
    'kind: MoneyPositive',
    'metadata:',
    '  name: shop',
    'spec:',
    '  image: registry.example.com/shop',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}
