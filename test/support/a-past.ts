import type { Past } from '../../src/history/past.ts';

/** A look, at the time of the other builders' look, that leaves debt; nothing is known of the pool unless said. */
export const aPast = (overrides: Partial<Past> = {}): Past => ({
  causes: [],
  now: '2026-11-23T09:14:39.120Z',
  leavesDebt: true,
  ...overrides,
});
