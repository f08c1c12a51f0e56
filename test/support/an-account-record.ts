import type { AccountRecord } from '../../src/ledger/account-book.ts';
import { aPolicySet } from './a-policy.ts';

/** The record of an account that has been looked after for a week, unless told otherwise. */
export const anAccountRecord = (overrides: Partial<AccountRecord> = {}): AccountRecord => ({
  watch: { since: '2026-11-16T10:00:00.000Z', isComplete: true },
  policies: aPolicySet(),
  policiesSince: '2026-11-16T10:00:00.000Z',
  pausesTold: [],
  exemptionsTold: [],
  ...overrides,
});
