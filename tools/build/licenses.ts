/** The licences of the packages whose code is in the bundles: theirs ask that the text goes along. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes `dist/LICENSES.txt` for the packages that the modules belong to. Throws for a package without a licence file. */
export function licenses(modules: readonly string[]): void {
  const packages = new Set(
    modules.flatMap((module) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? []),
  );
  // Ajv's helpers are in the validator, which is generated.
  const names = [...packages.add('ajv')].sort();
  writeFileSync('dist/LICENSES.txt', names.map(license).join('\n'));
}

function license(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}
