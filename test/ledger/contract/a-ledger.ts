import type { Claimed, Ledger, Told } from '../../../src/ledger/ledger.ts';
import type { Ledgers } from '../../../src/ledger/ledgers.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import { aCall } from '../../support/a-pool-change.ts';
import { anOutcome as outcomeWith } from '../../support/an-outcome.ts';
import { anOpenOutcome as openOutcomeWith } from '../an-open-outcome.ts';

/** Makes an empty memory whose leases last so many seconds. */
export type MakeLedgers = (leaseSeconds: number) => Ledgers | Promise<Ledgers>;

/** A part of what every ledger promises, as tests under its name. */
export type Contract = (name: string, make: MakeLedgers) => void;

export const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
export const otherPool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_Other1234');
export const leaseSeconds = 90;

/** So many seconds after the first event. */
export const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();

export const aCause = (eventId: string, seconds = 0) => aCall({ eventId, eventTime: at(seconds) });

export const idsOf = (causes: readonly unknown[]) =>
  causes.map((cause) => (cause as { eventId: string }).eventId);

/** A pool that was put right, under the id that the contract asks for. */
export const anOutcome = (overrides: Partial<Outcome> = {}): Outcome =>
  outcomeWith({ id: 'outcome-1', ...overrides });

export const anOpenOutcome = (id: string) => openOutcomeWith({ id, startedAt: at(1) });

export const last = (id: string) => ({ id, remaining: `remaining of ${id}` });

/** What a look leaves that began so many seconds after the first event. */
export const told = (id: string, seconds: number, more: Partial<Told> = {}): Told => ({
  lookedAt: at(seconds),
  last: last(id),
  requestsDone: [],
  ...more,
});

/** A ledger, and a claim that has to be one. */
export type Looks = Ledger & {
  readonly claimed: (...args: Parameters<Ledger['claim']>) => Promise<Claimed>;
};

export const ledgersOf = async (make: MakeLedgers): Promise<Ledgers & { readonly looks: Looks }> => {
  const ledgers = await make(leaseSeconds);
  const claimed: Looks['claimed'] = async (...args) => {
    const claim = await ledgers.looks.claim(...args);
    if (claim.kind !== 'claimed') throw new Error(`The claim was ${claim.kind}.`);
    return claim;
  };
  return { ...ledgers, looks: { ...ledgers.looks, claimed } };
};

export const looksOf = async (make: MakeLedgers): Promise<Looks> => (await ledgersOf(make)).looks;
