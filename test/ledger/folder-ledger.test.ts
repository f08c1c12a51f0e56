import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { LedgerBrokenError } from '../../src/ledger/errors.ts';
import { folderLedger } from '../../src/ledger/folder-ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aPause } from '../support/a-pause.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aStanding } from '../support/a-standing.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { anOutcome } from './contract/a-ledger.ts';
import { ledgerContract } from './ledger-contract.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledger-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, '.lifeguard');
};

/** A ledger whose clock moves on only by what it waits for. */
const ledgerIn = (folder: string, { leaseSeconds = 90, start = at(0) } = {}) => {
  let time = Date.parse(start);
  let waited = 0;
  const ledgers = folderLedger({
    folder,
    leaseSeconds,
    newId: randomUUID,
    distinct: distinctCauses,
    now: () => new Date(time),
    wait: async (milliseconds) => {
      waited += milliseconds;
      time += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  return { ledgers, ledger: ledgers.looks, waited: () => waited };
};

ledgerContract('a ledger in a folder', async (leaseSeconds) => {
  const { ledgers } = ledgerIn(await aFolder(), { leaseSeconds });
  return ledgers;
});

describe('a ledger in a folder', () => {
  it('remembers across processes', async () => {
    const folder = await aFolder();
    const first = ledgerIn(folder).ledger;
    const claim = await first.claim(pool, [aCall()], at(0));
    if (claim.kind === 'claimed') await first.remember(claim.lease, anOpenOutcome(), at(1));

    const next = await ledgerIn(folder).ledger.claim(pool, [aCall()], at(100));

    expect(next).toMatchObject({ kind: 'claimed', open: anOpenOutcome() });
  });

  it('is its owner’s alone: outcomes hold what pools held', async () => {
    const folder = await aFolder();

    await ledgerIn(folder).ledger.keep({ outcome: anOutcome() });

    const [file = ''] = await readdir(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  it('has one file for each pool, named for people, and leaves no other', async () => {
    const folder = await aFolder();
    const { ledger } = ledgerIn(folder);

    await ledger.claim(pool, [aCall()], at(0));
    await ledger.claim(poolRef('111122223333', 'eu-west-1', 'eu-west-1_Other1234'), [], at(0));

    expect((await readdir(folder)).toSorted()).toEqual([
      expect.stringMatching(/^eu-west-1_AbCdEf123-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^eu-west-1_Other1234-[0-9a-f]{16}\.json$/),
    ]);
  });

  it('tells pools apart whose ids or accounts differ where a file system sees none', async () => {
    const folder = await aFolder();
    const { ledger } = ledgerIn(folder);
    const others = [
      poolRef('111122223333', 'eu-west-1', 'eu-west-1_ABCDEF123'),
      poolRef('444455556666', 'eu-west-1', 'eu-west-1_AbCdEf123'),
    ];

    for (const each of [pool, ...others]) await ledger.claim(each, [], at(0));

    const names = (await readdir(folder)).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(3);
  });

  it('waits for whoever holds a file, and goes on where they are gone', async () => {
    const folder = await aFolder();
    const { ledger, waited } = ledgerIn(folder);
    await ledger.claim(pool, [aCall()], at(0));
    const [file = ''] = await readdir(folder);
    const until = Date.parse(at(0)) + 10_000;
    await writeFile(join(folder, `${file}.lock`), JSON.stringify({ id: 'gone', until }));

    const claim = await ledger.claim(pool, [aCall({ eventId: 'second' })], at(1));

    expect(claim).toEqual({ kind: 'busy' });
    expect(waited()).toBe(10_020);
    expect(await readdir(folder)).toEqual([file]);
  });

  it('names the lock that nothing ends', async () => {
    const folder = await aFolder();
    const { ledger } = ledgerIn(folder);
    await ledger.claim(pool, [aCall()], at(0));
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, `${file}.lock`), 'what somebody else put there');

    const claiming = ledger.claim(pool, [aCall()], at(1));

    await expect(claiming).rejects.toThrow(`Another process holds ${join(folder, file)}.lock`);
  });

  it('lets one of many in at a time, after a lock that was left', async () => {
    const folder = await aFolder();
    await ledgerIn(folder).ledger.claim(pool, [aCall()], at(0));
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, `${file}.lock`), JSON.stringify({ id: 'gone', until: 0 }));
    const ids = Array.from({ length: 20 }, (_, index) => `event-${index}`);

    await Promise.all(ids.map((eventId) => ledgerIn(folder).ledger.claim(pool, [aCall({ eventId })], at(1))));

    const { waiting } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    expect(waiting.map((cause: { eventId: string }) => cause.eventId).toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    ['', 'it is no JSON'],
    ['{"pool":', 'it is no JSON'],
    ['[]', 'it is no JSON object'],
    ['{}', `it is not about ${pool.arn}`],
    [JSON.stringify({ pool: pool.arn }), 'given, waiting is not as it was written'],
    [
      JSON.stringify({ pool: pool.arn, given: [], waiting: [], open: { id: 'one' }, lookedAt: 'now' }),
      'open, lookedAt is not as it was written',
    ],
    [
      JSON.stringify({ pool: pool.arn, given: [], waiting: [{ kind: 'call' }], lease: {}, last: 'one' }),
      'lease, waiting, last is not as it was written',
    ],
  ])('says what is wrong with a file that no ledger wrote: %j', async (text, problem) => {
    const folder = await aFolder();
    const { ledger } = ledgerIn(folder);
    await ledger.claim(pool, [aCall()], at(0));
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), text);

    const claiming = ledger.claim(pool, [aCall()], at(100));

    await expect(claiming).rejects.toThrow(LedgerBrokenError);
    await expect(claiming).rejects.toThrow(`${join(folder, file)} can't be read: ${problem}`);
    expect(await readFile(join(folder, file), 'utf8')).toBe(text);
  });

  it('has a file for each thing besides, named for people by what it is about', async () => {
    const folder = await aFolder();
    const { looks, desk, notices } = ledgerIn(folder).ledgers;

    await looks.keep({ outcome: anOutcome({ id: '../outcome 1' }) });
    await looks.note('sweep-1', aStanding());
    await notices.told('outcome-1');
    await desk.pause(aPause());

    expect((await readdir(folder)).toSorted()).toEqual([
      expect.stringMatching(/^account-account-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^notice-outcome-1-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^outcome-id-outcome_1-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^sweep-sweep-1-[0-9a-f]{16}\.json$/),
    ]);
  });

  it('makes no file, and no folder, for a question', async () => {
    const folder = await aFolder();
    const { desk, notices, book } = ledgerIn(folder).ledgers;

    await Promise.all([
      desk.pool(pool),
      desk.pauses(),
      desk.outcome('one'),
      Array.fromAsync(desk.notes('sweep-1')),
    ]);
    await Promise.all([notices.isTold('one'), book.read(), book.madeAt()]);

    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['account-', '{"account":"account","pauses":[],"record":{}}', 'record is not as it was written'],
    ['account-', '{"account":"another","pauses":[]}', 'it is not about account'],
    ['outcome-id-', '{"outcome-id":"outcome-1","outcome":{}}', 'outcome is not as it was written'],
    ['sweep-', '{"sweep":"sweep-1","notes":{}}', 'notes is not as it was written'],
    ['notice-', '{"notice":"outcome-1"}', 'told is not as it was written'],
  ])('says what is wrong with a file %s… that no ledger wrote: %s', async (kind, text, problem) => {
    const folder = await aFolder();
    const { looks, desk, notices } = ledgerIn(folder).ledgers;
    await looks.keep({ outcome: anOutcome() });
    await looks.note('sweep-1', aStanding());
    await notices.told('outcome-1');
    await desk.pause(aPause());
    const file = (await readdir(folder)).find((each) => each.startsWith(kind)) ?? '';
    await writeFile(join(folder, file), text);

    const reading = Promise.all([
      desk.pauses(),
      desk.outcome('outcome-1'),
      Array.fromAsync(desk.notes('sweep-1')),
      notices.isTold('outcome-1'),
    ]);

    await expect(reading).rejects.toThrow(`${join(folder, file)} can't be read: ${problem}`);
  });

  it('gives no pool to anybody while what it has of the account can’t be read', async () => {
    const folder = await aFolder();
    const { looks, desk } = ledgerIn(folder).ledgers;
    await desk.pause(aPause());
    const [file = ''] = await readdir(folder);
    const whole = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), '{}');

    await expect(looks.claim(pool, [aCall()], at(0))).rejects.toThrow(LedgerBrokenError);

    await writeFile(join(folder, file), whole);
    expect((await looks.claim(pool, [aCall()], at(0))).kind).toBe('claimed');
  });
});
