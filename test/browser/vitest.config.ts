import { defineConfig } from 'vitest/config';

/** Pages in a real browser; not part of `npm test`, since not every machine has one. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/browser/**/*.browser.ts'],
    globalSetup: ['test/browser/need-chromium.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
