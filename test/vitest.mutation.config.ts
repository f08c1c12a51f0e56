import { defineConfig, mergeConfig } from 'vitest/config';
import everyTest from './vitest.config.ts';

/** For Stryker, which runs the same tests thousands of times: properties are left out. */
export default mergeConfig(everyTest, defineConfig({ test: { exclude: ['**/*.property.test.ts'] } }));
