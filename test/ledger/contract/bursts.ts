import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCall, anActor } from '../../support/a-pool-change.ts';
import { at, type Contract, idsOf, looksOf, pool, told } from './a-ledger.ts';

/** More, and longer, than any ledger keeps; they come in messages of so many. */
const messages = 12;
const callsEach = 100;
const calls = messages * callsEach;

/** A call that compresses to some hundred bytes. */
const longCall = (index: number) =>
  aCall({
    eventId: `event-${index}`,
    actor: anActor({ userAgent: randomBytes(250).toString('base64') }),
  });

const message = (nth: number) =>
  Array.from({ length: callsEach }, (_, index) => longCall(nth * callsEach + index));

export const burstContract: Contract = (name, make) => {
  describe(`${name}: a burst of calls while somebody holds the pool`, () => {
    it('is handed over as the calls worth keeping and the number of the others', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [longCall(-1)], at(0));
      for (let nth = 0; nth < messages; nth += 1)
        expect(await ledger.claim(pool, message(nth), at(1))).toEqual({ kind: 'busy' });

      const release = await ledger.release(lease, told('one', 0));

      if (release.kind !== 'again') throw new Error(`The release was ${release.kind}.`);
      expect(release.omitted).toBeGreaterThan(0);
      expect(release.causes.length + release.omitted).toBe(calls);
      expect(new Set(idsOf(release.causes)).size).toBe(release.causes.length);
      expect(idsOf(release.causes)).toContain('event-0');
      expect(idsOf(release.causes)).toContain(`event-${calls - 1}`);
      expect(await ledger.release(lease, told('two', 2))).toEqual({ kind: 'released' });
    });

    it('tells the next holder the same where the holder is gone, and nothing once that was told', async () => {
      const ledger = await looksOf(make);
      await ledger.claim(pool, [longCall(-1)], at(0));
      for (let nth = 0; nth < messages; nth += 1) await ledger.claim(pool, message(nth), at(1));

      const first = await ledger.claimed(pool, [], at(100));
      await ledger.abandon(first.lease);
      const second = await ledger.claimed(pool, [], at(101));

      expect(first.waiting.length + first.omitted).toBe(calls);
      expect([second.waiting, second.omitted]).toEqual([first.waiting, first.omitted]);
      await ledger.release(second.lease, told('one', 101));
      expect(await ledger.claimed(pool, [], at(102))).toMatchObject({ waiting: [], omitted: 0 });
    });
  });
};
