import { defineConfig } from 'vitest/config';
import { pythonAsText } from './test/support/python-as-text.ts';

export default defineConfig({
  plugins: [pythonAsText()],
  test: {
    include: ['test/**/*.test.ts'],
    // These drive programs that not every machine has; each has a configuration of its own.
    exclude: ['test/hosts/real/**'],
    // A busy machine takes several times as long as an idle one, and no test is about speed.
    testTimeout: 30_000,
  },
});
