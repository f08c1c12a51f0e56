import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { folderLedger } from '../../src/ledger/folder-ledger.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import { aPause } from '../support/a-pause.ts';
import { accountKey, dynamoForTests, setAttribute } from './a-dynamo-memory.ts';
import { aCause, at, pool } from './contract/a-ledger.ts';

const asked = aPause();
const text = canonicalJson(asked);

/** Pauses, and what is nearly one; none has the id of the pause that was asked for. */
const nearPause = fc.oneof(
  fc.record(
    {
      id: fc.constantFrom<unknown>('pause-2', 'pause-3', 'pause 4', 5),
      by: fc.constantFrom<unknown>(asked.by, 7),
      at: fc.constantFrom(asked.at, '2026-11-23T09:00:00.000Z', 'yesterday'),
      until: fc.constantFrom(asked.until, 'for ever', '9999-12-31T23:59:59.999Z'),
      reason: fc.constant(asked.reason),
      pool: fc.constantFrom<unknown>('arn', null),
      more: fc.constant(true),
    },
    { requiredKeys: ['id', 'by'] },
  ),
  fc.jsonValue(),
);

const nearText = fc.oneof(
  nearPause.map(canonicalJson),
  nearPause.map((value) => JSON.stringify(value, null, 1)),
  fc.constantFrom(` ${text}`, text.slice(1), text.replace('pause-1', '\\u0070ause-1')),
  fc.string({ minLength: 1 }),
);

/** Sets have no member twice, and at least one. */
const setOf = <Each>(each: fc.Arbitrary<Each>) => fc.uniqueArray(each, { minLength: 1, maxLength: 12 });

const scalar: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.string().map((S) => ({ S })),
  fc.integer().map((N) => ({ N: String(N) })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true as const }),
  fc.uint8Array({ maxLength: 9 }).map((B) => ({ B })),
);

/** Whatever DynamoDB lets somebody write. */
const anything: fc.Arbitrary<AttributeValue> = fc.oneof(
  scalar,
  setOf(fc.integer()).map((numbers) => ({ NS: numbers.map(String) })),
  setOf(nearText).map((SS) => ({ SS })),
  fc.array(scalar, { maxLength: 60 }).map((L) => ({ L })),
  fc.dictionary(fc.string({ minLength: 1 }), scalar, { maxKeys: 60 }).map((M) => ({ M })),
);

let claims = 0;

/** The pauses that a claim on a pool that nobody holds goes by. */
const claimed = async ({ looks }: Ledgers) => {
  claims += 1;
  const claim = await looks.claim({ ...pool, arn: `${pool.arn}${claims}` }, [aCause('first')], at(0));
  return claim.kind === 'claimed' ? claim.account.pauses : claim.kind;
};

/** What is no pause can be taken away, what is one stays, and people can pause. */
const expectMendable = async ({ desk, book }: Ledgers): Promise<void> => {
  const damaged = await desk.damagedPauses();
  const before = await desk.pauses();

  const mended = await book.mendPauses();

  expect(mended).toBe(damaged);
  expect(await book.damagedPauses()).toBe(0);
  expect(await desk.pauses()).toEqual(before);
  await desk.pause(aPause({ id: 'after' }));
  expect(await desk.pauses()).toHaveLength(before.length + 1);
};

const { aMemory } = dynamoForTests();

describe('whatever somebody wrote where pauses stand', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledgers-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps no claim in DynamoDB from its pool, and can be taken away', async () => {
    const memory = await aMemory();
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        await setAttribute(memory.table, accountKey, 'pauses', value);

        expect(await claimed(memory)).toBeInstanceOf(Array);

        await expectMendable(memory);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps no pause in DynamoDB from being honoured', async () => {
    const memory = await aMemory();
    await fc.assert(
      fc.asyncProperty(setOf(nearText), async (garbage) => {
        await setAttribute(memory.table, accountKey, 'pauses', { SS: [...garbage, text] });

        expect(await claimed(memory)).toContainEqual(asked);

        await expectMendable(memory);
        expect(await claimed(memory)).toContainEqual(asked);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('does neither in a folder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(nearPause)), async (value) => {
        const own = join(folder, randomUUID());
        const options = { leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses };
        const now = () => new Date(at(0));
        const ledgers = folderLedger({ ...options, folder: own, now, wait: async () => {} });
        await ledgers.desk.pause(asked);
        const file = join(own, (await readdir(own))[0] ?? '');
        const pauses = Array.isArray(value) ? [...value, asked] : value;
        const stored = JSON.parse(await readFile(file, 'utf8'));
        await writeFile(file, JSON.stringify({ ...stored, pauses }));

        const honoured = await claimed(ledgers);

        expect(honoured).toEqual(Array.isArray(value) ? expect.arrayContaining([asked]) : []);
        await expectMendable(ledgers);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
