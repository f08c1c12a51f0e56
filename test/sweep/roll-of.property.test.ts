import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/ledger/member-book.ts';
import { rollOf } from '../../src/sweep/roll-of.ts';
import { aMember } from '../support/a-heartbeat.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const silentAfter = 3 * 60 * 60 * 1000;
const own = { codeDigest: 'sha256:c0de', policyDigest: 'sha256:2f1d0c' };

const ago = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
const age = fc.oneof(fc.nat(silentAfter), fc.integer({ min: silentAfter + 1, max: 10 * silentAfter }));
const ids = Array.from({ length: 12 }, (_, index) => String(100_000_000_000 + index));
const ages = fc.dictionary(fc.constantFrom(...ids), age, { maxKeys: 12 });

const membersOf = (heardAges: { readonly [id: string]: number }): readonly Member[] =>
  Object.entries(heardAges).map(([id, milliseconds]) => ({ ...aMember(id), heardAt: ago(milliseconds) }));

const expectedOf = (sinceAges: { readonly [id: string]: number }) =>
  Object.fromEntries(Object.entries(sinceAges).map(([id, milliseconds]) => [id, ago(milliseconds)]));

describe('a roll call', () => {
  it('finds silent who is expected for long enough, less who was heard of in time', () => {
    fc.assert(
      fc.property(ages, ages, (expected, heard) => {
        const { silent } = rollOf(expectedOf(expected), membersOf(heard), { own, now, silentAfter });

        const due = Object.keys(expected).filter((id) => (expected[id] ?? 0) > silentAfter);
        const inTime = Object.keys(heard).filter((id) => (heard[id] ?? 0) <= silentAfter);
        expect(silent.map(({ accountId }) => accountId).toSorted()).toEqual(
          due.filter((id) => !inTime.includes(id)).toSorted(),
        );
      }),
    );
  });

  it('makes nobody silent for what another account says', () => {
    fc.assert(
      fc.property(ages, ages, fc.constantFrom(...ids), age, (expected, heard, speaker, spoke) => {
        const silentBut = (members: readonly Member[]) =>
          rollOf(expectedOf(expected), members, { own, now, silentAfter })
            .silent.map(({ accountId }) => accountId)
            .filter((id) => id !== speaker);

        const without = silentBut(membersOf(heard));
        const withIt = silentBut(membersOf({ ...heard, [speaker]: spoke }));

        expect(new Set(withIt)).toEqual(new Set(without));
      }),
    );
  });

  it('names who was heard of and runs something else than the centre, and what', () => {
    const members = [
      aMember(ids[0] ?? ''),
      aMember(ids[1] ?? '', { policyDigest: 'sha256:other' }),
      aMember(ids[2] ?? '', { codeDigest: 'sha256:other', version: '0.0.9' }),
      { ...aMember(ids[3] ?? '', { codeDigest: 'sha256:other' }), heardAt: ago(silentAfter + 1) },
    ];

    const { others } = rollOf({}, members, { own, now, silentAfter });

    expect(others).toEqual([
      { accountId: ids[1], version: '0.1.0', code: false, policies: true },
      { accountId: ids[2], version: '0.0.9', code: true, policies: false },
    ]);
  });
});
