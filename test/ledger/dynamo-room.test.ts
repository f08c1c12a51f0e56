import { randomUUID } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { LedgerBusyError } from '../../src/ledger/errors.ts';
import { keyOf } from '../../src/ledger/pool-item.ts';
import { aHistory } from '../support/a-history.ts';
import { aPause } from '../support/a-pause.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aRequest } from '../support/a-request.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { accountKey, dynamoForTests, itemAt, noise, setAttribute } from './a-dynamo-memory.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { anOutcome, at, pool, told } from './contract/a-ledger.ts';

const { aMemory } = dynamoForTests();

const aLongCall = (bytes: number) =>
  aCall({ eventId: randomUUID(), actor: anActor({ userAgent: noise(bytes) }) });

/** An item's size as DynamoDB counts it: names and values, and a little for each member of a list. */
const sizeOf = (item: { readonly [attribute: string]: AttributeValue }): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + valueSize(value), 0);
const valueSize = ({ S = '', N = '', B, L = [], SS = [] }: AttributeValue): number =>
  Buffer.byteLength(S) +
  N.length +
  (B?.byteLength ?? 0) +
  [...L, ...SS.map((text) => ({ S: text }))].reduce((sum, each) => sum + 1 + valueSize(each), 3);

describe('the room of a pool’s item', () => {
  it('holds every part at its longest', async () => {
    const { looks, desk, table } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const call = () => aLongCall(47_000);
    const longest = { last: { id: 'one', remaining: '"'.repeat(60_000) } };
    const tier = { value: noise(39_000), since: at(0), at: at(0) };
    const history = aHistory({ seen: { at: at(0), values: {} }, tier });
    await looks.claim(pool, [call()], at(1));
    await looks.release(lease, told('one', 0, { ...longest, history }));
    await looks.claim(pool, [call()], at(2));
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await desk.ask(pool, { ...aRequest(id, at(1)), by: 'a'.repeat(3_900) });
    const open = anOpenOutcome();
    const userPool = { ...open.preImage.userPool, FromTheFuture: noise(190_000) };

    const isRemembered = looks.remember(lease, { ...open, preImage: { ...open.preImage, userPool } }, at(3));

    expect(await isRemembered).toBe(true);
    const size = sizeOf((await itemAt(table, keyOf(pool))) ?? {});
    expect(size).toBeGreaterThan(380_000);
    expect(size).toBeLessThan(400 * 1024);
  });

  it('has as much for calls after a hand-over as before it', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));

    for (const seconds of [1, 2, 3]) {
      expect(await looks.claim(pool, [aLongCall(47_000)], at(seconds))).toEqual({ kind: 'busy' });
      const release = await looks.release(lease, told('one', seconds - 1));
      expect(release.kind === 'again' && release.causes).toHaveLength(1);
    }
  });

  it('has some for deferred causes where others came meanwhile: fewer are kept', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const calls = (count: number) => Array.from({ length: count }, () => aLongCall(500));
    await looks.claim(pool, calls(60), at(1));

    await looks.defer(lease, { waiting: calls(50), omitted: 7 }, at(60));

    const { waiting, omitted } = await looks.claimed(pool, [], at(60));
    expect(waiting).toHaveLength(50 + 20);
    expect(omitted).toBe(7 + 40);
  });

  it('has some for the open outcome however much its calls asked for', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const setting = 'VerificationMessageTemplate.EmailMessage' as const;
    const requested = () => Array.from({ length: 24 }, () => ({ setting, value: noise(500) }));
    const causes = Array.from({ length: 20 }, (_, index) =>
      aCall({ eventId: `${index}`, requested: requested() }),
    );

    const isRemembered = await looks.remember(lease, anOpenOutcome({ causes }), at(1));

    expect(isRemembered).toBe(true);
    await looks.abandon(lease);
    const { open } = await looks.claimed(pool, [], at(2));
    expect(open?.causes).toEqual(causes.map(({ requested: _, ...call }) => call));
  });

  it('has some for deferred causes that are too many by themselves', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const waiting = Array.from({ length: 200 }, () => aLongCall(500));

    await looks.defer(lease, { waiting, omitted: 7 }, at(60));

    const claim = await looks.claimed(pool, [], at(60));
    expect(claim.waiting).toHaveLength(20);
    expect(claim.omitted).toBe(7 + 180);
  });

  it('refuses deferred causes that no choice makes short enough', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));

    const deferring = looks.defer(lease, { waiting: [aLongCall(60_000)], omitted: 0 }, at(60));

    await expect(deferring).rejects.toThrow(LedgerBusyError);
  });

  it('has none for calls that are too long to wait: the look that is due is taken now, and one under way is not', async () => {
    const { looks } = await aMemory();
    const first = await looks.claimed(pool, [], at(0));
    await looks.defer(first.lease, { waiting: [aLongCall(20_000)], omitted: 0 }, at(60));

    const { waiting } = await looks.claimed(pool, [aLongCall(60_000)], at(1), true);
    const claiming = looks.claim(pool, [aLongCall(60_000)], at(2), true);

    expect(waiting).toHaveLength(1);
    await expect(claiming).rejects.toThrow(LedgerBusyError);
  });

  it('keeps the newest of a history that is too long', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const fixes = Array.from({ length: 3_000 }, (_, index) => ({
      setting: 'Policies.PasswordPolicy.MinimumLength' as const,
      at: at(index),
      outcome: randomUUID(),
    }));

    const debt = { one: { since: at(0), version: '1', found: 8 } };

    await looks.release(lease, told('one', 0, { history: aHistory({ fixes, debt }) }));

    const { history } = await looks.claimed(pool, [], at(1));
    const kept = history?.fixes ?? [];
    expect(kept.length).toBeGreaterThan(1_000);
    expect(kept).toEqual(fixes.slice(-kept.length));
    expect(history?.debt).toEqual(debt);
  });

  it('says so where it has none for debt, and lets nothing of it go', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [], at(0));
    const debt = { one: { since: at(0), version: '1', found: noise(50_000) } };

    const releasing = looks.release(lease, told('one', 0, { history: aHistory({ debt }) }));

    await expect(releasing).rejects.toThrow(
      'What has to be remembered of the rules and debt of a pool takes',
    );
  });

  it('is not filled by requests: they are few and short', async () => {
    const { looks, desk } = await aMemory();
    await looks.claim(pool, [], at(0));
    for (const id of ['a', 'b', 'c', 'd', 'e']) await desk.ask(pool, aRequest(id, at(1)));

    await expect(desk.ask(pool, aRequest('f', at(2)))).rejects.toThrow('too many requests wait');
    expect(await desk.ask(pool, aRequest('a', at(1)))).toBe(true);
    const long = { ...aRequest('g', at(2)), by: 'a'.repeat(4_000) };
    await expect(desk.ask(pool, long)).rejects.toThrow('This request takes 4');
  });
});

describe('the room of other items', () => {
  it('holds the changed leaves of a kept pre-image that is too long', async () => {
    const { looks, desk } = await aMemory();
    const { preImage, changes } = anOpenOutcome();
    const userPool = { ...preImage.userPool, FromTheFuture: noise(400_000) };

    await looks.keep({ outcome: anOutcome({ changes }), preImage: { ...preImage, userPool } });

    expect(await desk.outcome('outcome-1')).toEqual({
      outcome: anOutcome({ changes }),
      preImage: {
        userPool: { Policies: { PasswordPolicy: { MinimumLength: 8 } } },
        mfaConfig: {},
        takenAt: preImage.takenAt,
        changedLeavesOnly: true,
      },
    });
  });

  it('has none for an outcome that is too long without it', async () => {
    const { looks } = await aMemory();

    const keeping = looks.keep({ outcome: anOutcome({ reason: noise(400_000) }) });

    await expect(keeping).rejects.toThrow('Outcome outcome-1 takes');
  });

  it('holds forty pauses beside the longest record', async () => {
    const { desk, book } = await aMemory();
    const pauseOf = (nth: number) => aPause({ id: `pause-${nth}`, reason: 'r'.repeat(800) });
    for (let nth = 0; nth < 40; nth += 1) await desk.pause(pauseOf(nth));

    const digest = noise(345_000);
    const record = anAccountRecord({ policies: { digest, policies: [], exemptions: [] } });

    expect(await book.replace(record, 0)).toBe(true);
    await expect(desk.pause(pauseOf(40))).rejects.toThrow('There are 40 pauses already');
    await desk.pause(pauseOf(39));
    await desk.resume(pauseOf(0));
    await desk.pause(pauseOf(40));
    expect(await desk.pauses()).toHaveLength(40);
  });

  it('is filled by no pauses for long: what is none is taken away, and the record has its room', async () => {
    const { looks, desk, book, table } = await aMemory();
    const record = (bytes: number) =>
      anAccountRecord({ policies: { digest: noise(bytes), policies: [], exemptions: [] } });
    await desk.pause(aPause());
    await book.replace(record(1_000), 0);
    const stored = (await itemAt(table, accountKey))?.pauses?.SS ?? [];
    const garbage = Array.from({ length: 40_000 }, (_, nth) => `garb${nth}`);
    await setAttribute(table, accountKey, 'pauses', { SS: [...stored, ...garbage] });
    await expect(book.replace(record(60_000), 1)).rejects.toThrow('exceeded the maximum allowed size');
    await expect(desk.pause(aPause({ id: 'pause-2' }))).rejects.toThrow('There are 40 pauses already');
    expect((await looks.claimed(pool, [], at(0))).account.pauses).toEqual([aPause()]);

    expect(await book.mendPauses()).toBe(40_000);

    expect(await book.replace(record(60_000), 1)).toBe(true);
    await desk.pause(aPause({ id: 'pause-2' }));
    expect(await desk.pauses()).toHaveLength(2);
  });

  it('has none for policies or a reason that are too long', async () => {
    const { desk, book } = await aMemory();
    const policies = { digest: noise(360_000), policies: [], exemptions: [] };

    await expect(book.replace(anAccountRecord({ policies }), 0)).rejects.toThrow(
      'What has to be remembered of the account and its policies takes',
    );
    await expect(desk.pause(aPause({ reason: 'r'.repeat(1_000) }))).rejects.toThrow('This request takes');
  });
});
