/** The tests that run what is rendered, and its scripts, on real servers: `npm run test:release`, about three minutes. */
import { defineConfig } from 'vitest/config';
import { pythonAsText } from './test/support/python-as-text.ts';

export default defineConfig({
  plugins: [pythonAsText()],
  test: {
    include: ['test/scripts/**/*.release.ts'],
    maxWorkers: 2, // each mostly waits
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ['verbose'], // names what is skipped, and why
  },
});
