import { mergeConfig } from 'vitest/config';
import everyTest from './vitest.config.ts';

/** For Stryker, which runs thousands of times: test files share their modules, which is several times faster. */
export default mergeConfig(everyTest, { test: { isolate: false } });
