/**
 * How many cases the promises are held against: 2,000 in the suite, another number by PROPERTY_RUNS
 * (`npm run test:long`). PROPERTY_SEED repeats a run; its seed is printed.
 */
export const howMany = (): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(process.env.PROPERTY_RUNS ?? 2000),
  seed: Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31)),
});
