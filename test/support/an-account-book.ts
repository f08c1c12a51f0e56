import type { Pause } from '../../src/history/pool-request.ts';
import type { AccountBook, AccountRecord } from '../../src/ledger/account-book.ts';
import type { Standing } from '../../src/ledger/ledger.ts';
import type { Member } from '../../src/ledger/member-book.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aStream } from './a-stream.ts';

/** An account's book in memory, and a hand on what is in it. */
export const anAccountBook = ({
  record,
  madeAt,
  notes = {},
  outcomes = [],
  members = [],
}: {
  readonly record?: AccountRecord;
  readonly madeAt?: string;
  readonly notes?: { readonly [sweep: string]: readonly Standing[] };
  readonly outcomes?: readonly Outcome[];
  readonly members?: readonly Member[];
} = {}) => {
  let stored = record && { record, version: 1 };
  let pauses: readonly Pause[] = [];
  let damaged = 0;
  let rivals = 0;
  const book: AccountBook = {
    read: async () => structuredClone(stored),
    replace: async (next, version) => {
      if (rivals > 0 && stored) {
        rivals -= 1;
        stored = { ...stored, version: stored.version + 1 };
      }
      if (version !== (stored?.version ?? 0)) return false;
      stored = { record: structuredClone(next), version: version + 1 };
      return true;
    },
    madeAt: async () => madeAt,
    members: async () => members,
    notes: (sweep) => aStream(notes[sweep] ?? []),
    outcome: async (id) => outcomes.flatMap((outcome) => (outcome.id === id ? [{ outcome }] : []))[0],
    pauses: async () => pauses,
    resume: async ({ id }) => {
      pauses = pauses.filter((pause) => pause.id !== id);
    },
    damagedPauses: async () => damaged,
    mendPauses: async () => {
      const mended = damaged;
      damaged = 0;
      return mended;
    },
  };
  return {
    book,
    record: () => stored?.record,
    pauses: () => pauses,
    pause: (pause: Pause) => {
      pauses = [...pauses, pause];
    },
    /** Has somebody write what is no pause. */
    damage: (entries: number) => {
      damaged = entries;
    },
    damaged: () => damaged,
    forget: () => {
      stored = undefined;
    },
    /** Lets somebody else be faster than each of the next replacements. */
    beOutrun: (times: number) => {
      rivals = times;
    },
  };
};
