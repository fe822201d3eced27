/** The bundles: CommonJS, since the yaml package in an ES module bundle needs a `require` that isn't there. */
import { chmodSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';

export const OPTIONS: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  external: ['kpt-functions'],
  loader: { '.py': 'text' },
  // The same code, but for its Node build's habit of printing tokens to stdout when LOG_TOKENS or LOG_STREAM is set.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // Names and lines as in the source: what an operator sends with a bug report must be readable.
  minify: false,
  metafile: true,
  logLevel: 'warning',
};

/** Writes the program and both library entries to `dist/`; returns the paths of all modules that are in them. */
export async function bundle(): Promise<readonly string[]> {
  const program = await build({
    ...OPTIONS,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/moneypositive.cjs',
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync('dist/moneypositive.cjs', 0o755);
  const index = await build({ ...OPTIONS, entryPoints: ['src/index.ts'], outfile: 'dist/index.cjs' });
  const kpt = await build({ ...OPTIONS, entryPoints: ['src/kpt.ts'], outfile: 'dist/kpt.cjs' });
  return [program, index, kpt].flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
}
