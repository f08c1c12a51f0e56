import type { AccountMemory } from './ledger.ts';

/** What is remembered of the account, without the pauses that are over; time in milliseconds since 1970. */
export const accountAt = (account: AccountMemory, time: number): AccountMemory => ({
  ...account,
  pauses: account.pauses.filter(({ until }) => Date.parse(until) > time),
});
