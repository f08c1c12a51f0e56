import { randomBytes, randomUUID } from 'node:crypto';
import { type AttributeValue, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { dynamoLedger } from '../../src/ledger/dynamo-ledger.ts';
import { LedgerBrokenError, LedgerBusyError } from '../../src/ledger/errors.ts';
import type { Lease, Told } from '../../src/ledger/ledger.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import { keyOf } from '../../src/ledger/pool-item.ts';
import type { Table } from '../../src/ledger/update-item.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { type Dynamo, startDynamo } from './a-table.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { dynamoLedgers } from './dynamo-ledgers.ts';
import { ledgerContract } from './ledger-contract.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const last = { id: 'outcome-1', remaining: '[]' };
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();
const told = (seconds: number, more: Partial<Told> = {}): Told => ({
  lookedAt: at(seconds),
  last,
  requestsDone: [],
  ...more,
});
const aCause = (eventId: string, seconds = 0) => aCall({ eventId, eventTime: at(seconds) });

const options = {
  newId: randomUUID,
  now: () => new Date(at(0)),
  shorten: changedLeavesOnly,
  distinct: distinctCauses,
};

const ledgerIn = (table: Table, leaseSeconds = 90) => dynamoLedger({ ...options, table, leaseSeconds });

const ledgersIn = (table: Table, leaseSeconds: number): Ledgers =>
  dynamoLedgers({ ...options, table, leaseSeconds });

describe.each([
  ['a ledger in DynamoDB', true],
  ['a ledger in what speaks as DynamoDB and tells no item', false],
])('%s', (name, tellsItem) => {
  let dynamo: Dynamo;
  beforeAll(async () => {
    dynamo = await startDynamo({ tellsItem });
  });
  afterAll(() => dynamo.close());

  ledgerContract(name, async (leaseSeconds) => ledgersIn(await dynamo.table(), leaseSeconds));
});

describe('a ledger in DynamoDB', () => {
  let dynamo: Dynamo;
  beforeAll(async () => {
    dynamo = await startDynamo({ tellsItem: true });
  });
  afterAll(() => dynamo.close());

  const aLedger = async () => {
    const table = await dynamo.table();
    return { ...ledgerIn(table), table };
  };

  const writes = () => dynamo.calls.filter((call) => call === 'UpdateItem');

  const claimedIn = async (ledger: Awaited<ReturnType<typeof aLedger>>, seconds = 0): Promise<Lease> => {
    const claim = await ledger.claim(pool, [aCause('first', seconds)], at(seconds));
    if (claim.kind !== 'claimed') throw new Error(`The claim was ${claim.kind}.`);
    return claim.lease;
  };

  const itemIn = async (table: Table) =>
    (await table.client.send(new GetItemCommand({ TableName: table.name, Key: keyOf(pool) }))).Item;

  const damage = (table: Table, attribute: string, value: AttributeValue) =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: keyOf(pool),
        UpdateExpression: 'SET #it = :value',
        ExpressionAttributeNames: { '#it': attribute },
        ExpressionAttributeValues: { ':value': value },
      }),
    );

  describe('a look that nobody disturbs', () => {
    it('costs one UpdateItem a step, and beside the first a read of the account', async () => {
      const ledger = await aLedger();

      const lease = await claimedIn(ledger);
      await ledger.remember(lease, anOpenOutcome(), at(1));
      await ledger.release(lease, told(0));

      expect(dynamo.calls.slice(0, 2).toSorted()).toEqual(['GetItem', 'UpdateItem']);
      expect(dynamo.calls.slice(2)).toEqual(['UpdateItem', 'UpdateItem']);
    });

    it('leaves nothing in the item but when it began and what it left wrong', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      await ledger.remember(lease, anOpenOutcome(), at(1));

      await ledger.release(lease, told(0));

      expect(await itemIn(ledger.table)).toEqual({
        ...keyOf(pool),
        lookedAt: { N: String(Date.parse(at(0))) },
        lastOutcome: { S: JSON.stringify(last) },
        released: { S: expect.any(String) },
      });
    });

    it('costs no more where it is covered', async () => {
      const ledger = await aLedger();
      await ledger.release(await claimedIn(ledger, 10), told(10));
      dynamo.calls.length = 0;

      expect(await ledger.claim(pool, [aCause('late', 1)], at(20))).toMatchObject({ kind: 'covered' });
      expect(dynamo.calls.toSorted()).toEqual(['GetItem', 'UpdateItem']);
    });
  });

  describe('an answer that was lost after its call took effect', () => {
    it('is still a claim', async () => {
      const ledger = await aLedger();
      dynamo.loseAnswer(1);

      const lease = await claimedIn(ledger);

      expect(await ledger.remember(lease, anOpenOutcome(), at(1))).toBe(true);
      expect(writes()).toHaveLength(3);
    });

    it('leaves causes once', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      dynamo.calls.length = 0;
      dynamo.loseAnswer(2);

      expect(await ledger.claim(pool, [aCause('second')], at(2))).toEqual({ kind: 'busy' });

      expect(writes()).toHaveLength(3);
      const release = await ledger.release(lease, told(0));
      expect(release.kind === 'again' && release.causes).toEqual([aCause('second')]);
    });

    it('remembers', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      dynamo.loseAnswer(1);

      expect(await ledger.remember(lease, anOpenOutcome(), at(1))).toBe(true);
    });

    it('is still a release', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      dynamo.loseAnswer(1);

      expect(await ledger.release(lease, told(0))).toEqual({ kind: 'released' });
    });

    it('hands causes over once, and keeps those that come after', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      await ledger.claim(pool, [aCause('second')], at(2));
      dynamo.loseAnswer(2);

      const again = await ledger.release(lease, told(0));
      await ledger.claim(pool, [aCause('third')], at(3));

      expect(again).toMatchObject({ kind: 'again', causes: [{ eventId: 'second' }] });
      expect(await ledger.release(lease, told(2))).toMatchObject({
        kind: 'again',
        causes: [{ eventId: 'third' }],
      });
      expect(await ledger.release(lease, told(3))).toEqual({ kind: 'released' });
    });

    it('gives up what was abandoned', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      dynamo.loseAnswer(1);

      await ledger.abandon(lease);

      expect((await ledger.claim(pool, [aCause('second')], at(1))).kind).toBe('claimed');
    });
  });

  describe('a trigger that is brought twice while somebody holds the pool', () => {
    it('waits once', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.claim(pool, [aCause('second')], at(3));

      const release = await ledger.release(lease, told(0));

      expect(release.kind === 'again' && release.causes).toHaveLength(1);
    });

    it('does not wait where the holder was handed it already', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, told(0));
      await ledger.claim(pool, [aCause('second')], at(3));

      expect(await ledger.release(lease, told(2))).toEqual({ kind: 'released' });
    });
  });

  describe('the room of an item', () => {
    /** Text that doesn't compress. */
    const noise = (bytes: number) => randomBytes(bytes).toString('base64');

    it('holds the pre-image of an ordinary pool whole', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      const open = anOpenOutcome();

      await ledger.remember(lease, open, at(1));

      const stored = (await itemIn(ledger.table))?.openOutcome?.B ?? new Uint8Array();
      expect(stored.byteLength).toBeLessThan(5_000);
      expect(await ledger.claim(pool, [aCause('next')], at(100))).toMatchObject({ open });
    });

    it('holds the changed leaves of a pre-image that is too long, and all else', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      const open = anOpenOutcome();
      const userPool = { ...open.preImage.userPool, FromTheFuture: noise(400_000) };

      await ledger.remember(lease, { ...open, preImage: { ...open.preImage, userPool } }, at(1));

      const next = await ledger.claim(pool, [aCause('next')], at(100));
      expect(next).toMatchObject({
        open: {
          ...open,
          preImage: {
            userPool: { Policies: { PasswordPolicy: { MinimumLength: 8 } } },
            mfaConfig: {},
            takenAt: open.preImage.takenAt,
            changedLeavesOnly: true,
          },
        },
      });
      expect(next.kind === 'claimed' && next.open?.preImage.userPool).not.toHaveProperty('FromTheFuture');
    });

    it('lets nothing be written where not even that fits', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      const causes = [aCall({ actor: anActor({ userAgent: noise(400_000) }) })];

      const remembering = ledger.remember(lease, anOpenOutcome({ causes }), at(1));

      await expect(remembering).rejects.toThrow('What has to be remembered of outcome outcome-1 takes');
    });

    it('keeps room for the open outcome, however many calls come and however long they are', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      const call = () => aCall({ eventId: randomUUID(), actor: anActor({ userAgent: noise(15_000) }) });
      for (const seconds of [2, 3, 4]) await ledger.claim(pool, [call()], at(seconds));

      await expect(ledger.claim(pool, [call()], at(5))).rejects.toThrow(LedgerBusyError);

      const open = anOpenOutcome();
      const userPool = { ...open.preImage.userPool, FromTheFuture: noise(180_000) };
      const long = { ...open, preImage: { ...open.preImage, userPool } };
      expect(await ledger.remember(lease, long, at(6))).toBe(true);
      expect(
        await ledger.release(lease, told(0, { last: { id: 'one', remaining: noise(90_000) } })),
      ).toMatchObject({
        kind: 'again',
        causes: [{}, {}, {}],
      });
    });

    it('is free again once the calls before were told', async () => {
      const ledger = await aLedger();
      const lease = await claimedIn(ledger);
      for (const seconds of [2, 3, 4, 5]) {
        const long = aCall({ eventId: randomUUID(), actor: anActor({ userAgent: noise(40_000) }) });

        expect(await ledger.claim(pool, [long], at(seconds))).toEqual({ kind: 'busy' });
        expect((await ledger.release(lease, told(seconds - 1))).kind).toBe('again');
      }
    });

    it('cuts what a last outcome left wrong, which then equals nothing', async () => {
      const ledger = await aLedger();
      const remaining = noise(60_000);

      await ledger.release(await claimedIn(ledger), told(0, { last: { id: 'outcome-1', remaining } }));

      const next = await ledger.claim(pool, [aCause('second', 5)], at(6));
      const kept = next.kind === 'claimed' ? next.last : undefined;
      expect(kept?.id).toBe('outcome-1');
      expect(remaining.startsWith(kept?.remaining ?? 'nothing')).toBe(true);
      expect(kept?.remaining).not.toBe(remaining);
    });
  });

  describe('an item that no ledger wrote', () => {
    it.each<[string, AttributeValue]>([
      ['openOutcome', { B: Buffer.from('not gzip') }],
      ['openOutcome', { S: 'not bytes' }],
      ['lastOutcome', { S: '{"half' }],
      ['lastOutcome', { S: '[]' }],
      ['lookedAt', { S: 'yesterday' }],
      ['waiting', { L: [{ S: 'not bytes' }] }],
      ['given', { L: [{ B: Buffer.from('not gzip') }] }],
    ])('is an error that names %s, never a pool that nothing is known of', async (attribute, value) => {
      const ledger = await aLedger();
      await ledger.release(await claimedIn(ledger), told(0));
      await damage(ledger.table, attribute, value);

      const claiming = ledger.claim(pool, [aCause('second', 10)], at(11));

      await expect(claiming).rejects.toThrow(LedgerBrokenError);
      await expect(claiming).rejects.toThrow(
        new RegExp(`item of ${pool.arn} can't be read: (given|${attribute}) is damaged`),
      );
    });
  });

  it('throws what DynamoDB answers besides: a table that is not there', async () => {
    const { client } = await dynamo.table();
    const ledger = ledgerIn({ client, name: 'no-such-table' });

    await expect(ledger.claim(pool, [aCause('first')], at(0))).rejects.toThrow('resource not found');
  });
});
