import { describe, expect, it } from 'vitest';
import { aHeartbeat } from '../../support/a-heartbeat.ts';
import { aStanding } from '../../support/a-standing.ts';
import { at, type Contract, ledgersOf } from './a-ledger.ts';

const one = '222233334444';
const another = '333344445555';

const aDigest = (seconds: number, name: string) => ({
  at: at(seconds),
  pools: [aStanding(name)],
  poolsOmitted: 0,
  counts: { debt: 1, reported: 0, refused: 0 },
});

export const membersContract: Contract = (name, make) => {
  describe(`${name}: accounts of an organization`, () => {
    it('are none at first', async () => {
      const { book } = await ledgersOf(make);

      expect(await book.members()).toEqual([]);
    });

    it('are kept each with its last heartbeat and what stood there, in the order of their ids', async () => {
      const { book, members } = await ledgersOf(make);
      const heartbeat = aHeartbeat({ at: at(0), accountId: another });
      await members.keepHeartbeat(another, heartbeat, at(5));
      await members.keepDigest(one, aDigest(0, 'One'));
      await members.keepDigest(another, aDigest(0, 'Another'));

      expect(await book.members()).toEqual([
        { accountId: one, digest: aDigest(0, 'One') },
        { accountId: another, heartbeat, heardAt: at(5), digest: aDigest(0, 'Another') },
      ]);
    });

    it('are kept by what they sent last, whichever comes last', async () => {
      const { book, members } = await ledgersOf(make);
      await members.keepHeartbeat(one, aHeartbeat({ at: at(60) }), at(61));
      await members.keepHeartbeat(one, aHeartbeat({ at: at(0) }), at(62));
      await members.keepDigest(one, aDigest(60, 'Later'));
      await members.keepDigest(one, aDigest(0, 'Earlier'));

      expect(await book.members()).toEqual([
        {
          accountId: one,
          heartbeat: aHeartbeat({ at: at(60) }),
          heardAt: at(61),
          digest: aDigest(60, 'Later'),
        },
      ]);
    });

    it('take the same twice without harm', async () => {
      const { book, members } = await ledgersOf(make);
      await members.keepDigest(one, aDigest(0, 'One'));
      await members.keepDigest(one, aDigest(0, 'One'));

      expect(await book.members()).toEqual([{ accountId: one, digest: aDigest(0, 'One') }]);
    });
  });
};
