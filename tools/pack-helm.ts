/** `npm run pack:helm [-- FOLDER]`: the Helm 4 plugin as an archive that needs nothing but Node where it is installed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { name, version } from '../package.json';
import { helmPlugin } from './generate/helm-plugin.ts';
import { tar } from './pack/tar.ts';

/** Not where `npm pack` writes its archive, which has the same name. */
const folder = process.argv[2] ?? 'packed';

/** Helm expects everything in a folder that is named as the archive is, without its version. */
const archive = tar([
  { path: `${name}/LICENSE`, content: readFileSync('LICENSE') },
  { path: `${name}/dist/LICENSES.txt`, content: readFileSync('dist/LICENSES.txt') },
  {
    path: `${name}/dist/moneypositive.cjs`,
    content: readFileSync('dist/moneypositive.cjs'),
    executable: true,
  },
  { path: `${name}/plugin.yaml`, content: Buffer.from(helmPlugin({ version, builds: false })) },
]);

const path = join(folder, `${name}-${version}.tgz`);
mkdirSync(folder, { recursive: true });
writeFileSync(path, gzipSync(archive));
process.stdout.write(`${path}\n`);
