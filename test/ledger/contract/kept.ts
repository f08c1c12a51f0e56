import { describe, expect, it } from 'vitest';
import { aStanding } from '../../support/a-standing.ts';
import { anOpenOutcome, anOutcome, type Contract, ledgersOf } from './a-ledger.ts';

export const keptContract: Contract = (name, make) => {
  describe(`${name}: an outcome that is kept`, () => {
    const { preImage } = anOpenOutcome('outcome-1');

    it('is found by its id, with what an undo needs', async () => {
      const { looks, desk } = await ledgersOf(make);
      await looks.keep({ outcome: anOutcome(), preImage });
      await looks.keep({ outcome: anOutcome({ id: 'outcome-2', kind: 'reported' }) });

      expect(await desk.outcome('outcome-1')).toEqual({ outcome: anOutcome(), preImage });
      expect(await desk.outcome('outcome-2')).toEqual({
        outcome: anOutcome({ id: 'outcome-2', kind: 'reported' }),
      });
    });

    it('is the newest where one id is kept twice', async () => {
      const { looks, desk } = await ledgersOf(make);
      await looks.keep({ outcome: anOutcome({ kind: 'partly' }), preImage });
      await looks.keep({ outcome: anOutcome(), preImage });

      expect((await desk.outcome('outcome-1'))?.outcome.kind).toBe('remediated');
    });

    it('is not found by another id, whatever a person types', async () => {
      const { looks, desk } = await ledgersOf(make);
      await looks.keep({ outcome: anOutcome() });

      for (const id of ['outcome-2', 'OUTCOME-1', '../outcome-1', ' '])
        expect(await desk.outcome(id)).toBeUndefined();
    });
  });

  describe(`${name}: what a sweep found standing`, () => {
    it('is read pool by pool, in the order of their ARNs', async () => {
      const { looks, desk, book } = await ledgersOf(make);
      const other = aStanding('Other1234', { name: null });
      await looks.note('sweep-1', other);
      await looks.note('sweep-1', aStanding());
      await looks.note('sweep-2', aStanding('AbCdEf123', { name: 'another sweep' }));

      expect(await Array.fromAsync(desk.notes('sweep-1'))).toEqual([aStanding(), other]);
      expect(await Array.fromAsync(book.notes('sweep-1'))).toEqual([aStanding(), other]);
      expect(await Array.fromAsync(desk.notes('sweep-3'))).toEqual([]);
    });

    it('is the newest of each pool', async () => {
      const { looks, desk } = await ledgersOf(make);
      await looks.note('sweep-1', aStanding('AbCdEf123', { outcome: 'failed' }));
      await looks.note('sweep-1', aStanding());

      expect(await Array.fromAsync(desk.notes('sweep-1'))).toEqual([aStanding()]);
    });

    it('has its long texts cut, between whole characters', async () => {
      const { looks, desk } = await ledgersOf(make);
      await looks.note('sweep-1', aStanding('AbCdEf123', { name: `${'a'.repeat(198)}🛟🛟` }));

      const [{ name: cut = null } = {}] = await Array.fromAsync(desk.notes('sweep-1'));

      expect(cut).toBe(`${'a'.repeat(198)}�…`);
    });
  });
};
