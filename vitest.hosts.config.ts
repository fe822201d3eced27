/** The suite that drives the real host programs; `tools/install-hosts.sh` installs them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/hosts/real/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
