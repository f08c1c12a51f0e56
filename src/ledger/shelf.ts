import type { AccountRecord } from './account-book.ts';
import type { KeptOutcome, Standing } from './ledger.ts';
import type { Member } from './member-book.ts';
import type { HeldNotice } from './notice-memory.ts';
import type { PoolRecord } from './pool-record.ts';

/** One step on a record: what to answer, and the record from then on; without one it stays as it is. */
export type Step<Value, Answer> = (value: Value | undefined) => readonly [answer: Answer, value?: Value];

/** Records of one kind, by a key, each read and replaced as one. */
export interface Shelf<Value> {
  read(key: string): Promise<Value | undefined>;
  /** Takes one step on a record while nobody else can take one. */
  take<Answer>(key: string, step: Step<Value, Answer>): Promise<Answer>;
}

/** What is remembered of the account, under the key `account`. */
export interface StoredAccount {
  /** A list of pauses, where nobody else has written there. */
  readonly pauses: unknown;
  readonly record?: AccountRecord;
  /** How many times the record has been replaced. */
  readonly version?: number;
}

/** Accounts of an organization, by their ids, under the key `organization`. */
export interface StoredMembers {
  readonly members: { readonly [accountId: string]: Omit<Member, 'accountId'> };
}

/** All that a ledger of records is made of. */
export interface Shelves {
  /** By ARN. */
  readonly pools: Shelf<PoolRecord>;
  readonly account: Shelf<StoredAccount>;
  /** By id. */
  readonly outcomes: Shelf<KeptOutcome>;
  /** By the sweep's id. */
  readonly sweeps: Shelf<{ readonly notes: readonly Standing[] }>;
  /** By id. */
  readonly notices: Shelf<{ readonly told: true }>;
  /** Notices that somebody is telling, by id, since when, in milliseconds since 1970. */
  readonly tellings: Shelf<{ readonly beganAt: number }>;
  /** The notice that the next ones of the same key are held against, by that key; `at` in milliseconds since 1970. */
  readonly repeats: Shelf<{ readonly id: string; readonly at: number }>;
  /** What counts in a window, and what waits for its summary, by the window's name. */
  readonly windows: Shelf<{ readonly ids: readonly string[]; readonly held: readonly HeldNotice[] }>;
  readonly members: Shelf<StoredMembers>;
}
