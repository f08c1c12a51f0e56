/** Cases in the suite. */
export const suiteRuns = 2000;

/**
 * How many cases the promises are held against: those of the suite, or another number by PROPERTY_RUNS
 * (`npm run test:properties`). PROPERTY_SEED repeats a run; its seed is printed.
 */
export const howMany = (): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(process.env.PROPERTY_RUNS ?? suiteRuns),
  seed: Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31)),
});
