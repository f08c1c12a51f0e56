import type { Pause } from '../../src/history/pool-request.ts';

/** A pause of the whole account for an hour from ten o'clock on, unless told otherwise. */
export const aPause = (overrides: Partial<Pause> = {}): Pause => ({
  id: 'pause-1',
  by: 'arn:aws:iam::111122223333:user/on-call',
  at: '2026-11-23T10:00:00.000Z',
  until: '2026-11-23T11:00:00.000Z',
  reason: 'A deployment that must not be disturbed.',
  ...overrides,
});
