/** The type declarations of the library entries, each in one file that needs no development dependency. */
import { type OutputChunk, rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** Packages whose types become part of ours. */
const INCLUDED = ['kubernetes-models', '@kubernetes-models/apimachinery'];

/** What the types of an entry may import. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'index.d.cts': [],
  'kpt.d.cts': ['kpt-functions'],
};

/** Writes the declarations to `dist/`. Throws, naming the module, if one imports anything else than it may. */
export async function declarations(): Promise<void> {
  const bundle = await rollup({
    input: { index: 'src/index.ts', kpt: 'src/kpt.ts' },
    external: ['kpt-functions'],
    treeshake: { moduleSideEffects: false },
    plugins: [dts({ includeExternal: INCLUDED, tsconfig: 'tsconfig.json' })],
  });
  const { output } = await bundle.write({ dir: 'dist', format: 'es', entryFileNames: '[name].d.cts' });
  await bundle.close();
  const chunks = output.filter((one) => one.type === 'chunk');
  if (chunks.length !== Object.keys(ALLOWED).length)
    throw new Error('the declarations are not one file an entry');
  chunks.forEach(checkChunk);
}

function checkChunk({ code, fileName }: OutputChunk): void {
  const imported = code.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g);
  const foreign = [...imported]
    .map(([, module]) => module ?? '')
    .filter((module) => !ALLOWED[fileName]?.includes(module));
  if (foreign.length > 0) throw new Error(`${fileName} mentions ${foreign.join(', ')}`);
  if (!code.includes('export')) throw new Error(`${fileName} exports nothing`);
}
