import { defineConfig, mergeConfig } from 'vitest/config';
import everyTest from './vitest.config.ts';

/** For Stryker, which runs the same tests thousands of times: files share their modules, and properties are left out. */
export default mergeConfig(
  everyTest,
  defineConfig({ test: { isolate: false, exclude: ['**/*.property.test.ts'] } }),
);
