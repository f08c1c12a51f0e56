import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** For mutants, which run the same tests thousands of times: one process for all files, and no property tests. */
export default mergeConfig(
  base,
  defineConfig({ test: { isolate: false, exclude: ['**/*.property.test.ts'] } }),
);
