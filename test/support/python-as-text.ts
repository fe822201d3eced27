/** Imports of Python sources as text, as esbuild's text loader does it in the bundle. */
import type { Plugin } from 'vitest/config';

export function pythonAsText(): Plugin {
  return {
    name: 'python-as-text',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.py')) return undefined;
      return { code: `export default ${JSON.stringify(code)};`, map: null };
    },
  };
}
