/** YAML readers that take plain scalars differently; what we write has to mean the same to all of them. */
import { createRequire } from 'node:module';
import { parse } from 'yaml';

/** js-yaml 3, the copy that kpt-functions reads with. It follows YAML 1.1 in part. */
const jsYaml = createRequire(createRequire(import.meta.url).resolve('kpt-functions'))('js-yaml') as {
  readonly safeLoad: (text: string) => unknown;
};

export interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

export const readers: readonly Reader[] = [
  { name: 'YAML 1.2', read: (text) => parse(text, { version: '1.2' }) },
  { name: 'YAML 1.1', read: (text) => parse(text, { version: '1.1' }) },
  { name: 'js-yaml 3', read: (text) => jsYaml.safeLoad(text) },
];

/** What a reader makes of a plain scalar; a text that it refuses counts as something else than text. */
export function readPlain({ read }: Reader, scalar: string): unknown {
  try {
    return (read(`key: ${scalar}\n`) as { readonly key: unknown }).key;
  } catch {
    return undefined;
  }
}
