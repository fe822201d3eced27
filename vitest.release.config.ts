/** The tests that run the scripts of the init Job and the gate on real databases: `npm run test:release`, about a minute. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/scripts/**/*.release.ts'],
    maxWorkers: 2, // each mostly waits
    testTimeout: 90_000,
    hookTimeout: 60_000,
    reporters: ['verbose'], // names what is skipped, and why
  },
});
