/**
 * `npm run build`: the validator from the JSON Schema, then what the package ships: the program, the library entries, their
 * types and the licences of what is bundled.
 */
import { rmSync } from 'node:fs';
import { bundle } from './build/bundle.ts';
import { declarations } from './build/declarations.ts';
import { licenses } from './build/licenses.ts';
import { buildValidator } from './build/validator.ts';

const start = performance.now();
rmSync('dist', { recursive: true, force: true });
buildValidator();
await Promise.all([bundle().then(licenses), declarations()]);
process.stdout.write(`dist/ built in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
