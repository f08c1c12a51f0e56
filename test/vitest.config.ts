import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-the-command.ts'],
    pool: 'threads',
    // Files share their modules, which takes a fifth of the time away: no module keeps anything between two tests.
    isolate: false,
    // Vitest leaves one processor idle; of two, that is half of them.
    maxWorkers: '100%',
    testTimeout: 20_000,
    env: { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'eu-west-1' },
  },
});
