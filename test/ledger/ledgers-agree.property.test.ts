import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLedger } from '../../src/ledger/dynamo-ledger.ts';
import { folderLedger } from '../../src/ledger/folder-ledger.ts';
import type { Lease, Ledger } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { aCall } from '../support/a-pool-change.ts';
import { type Dynamo, startDynamo } from './a-table.ts';
import { anOpenOutcome } from './an-open-outcome.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();

/** What one of several processes does next; `holder` is the nth of the leases that were given. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('claim'), age: fc.integer({ min: 0, max: 60 }), governed: fc.boolean() }),
  fc.record({ kind: fc.constant('remember'), holder: fc.nat(3) }),
  fc.record({ kind: fc.constant('release'), holder: fc.nat(3), age: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('abandon'), holder: fc.nat(3) }),
);
const story = fc.array(
  fc.record({ step, pass: fc.constantFrom(0, 1, 20, 100), lose: fc.constantFrom(0, 0, 0, 1, 2) }),
  { minLength: 1, maxLength: 14 },
);
type Story = ReturnType<typeof story.generate>['value'];

/** Takes the steps one after another; what was answered, without the leases' ids. */
const play = async (ledger: Ledger, steps: Story, lose: (nth: number) => void): Promise<unknown[]> => {
  const leases: Lease[] = [];
  const answers: unknown[] = [];
  let seconds = 1000;
  for (const [index, { step: each, pass, lose: nth }] of steps.entries()) {
    seconds += pass;
    lose(nth);
    if (each.kind === 'claim') {
      const eventTime = at(seconds - each.age);
      const cause = aCall({ eventId: `event-${index}`, eventTime, governed: each.governed });
      const claim = await ledger.claim(pool, [cause], at(seconds));
      if (claim.kind === 'claimed') leases.unshift(claim.lease);
      answers.push({ ...claim, lease: undefined });
      continue;
    }
    const lease = leases[each.holder];
    if (!lease) continue;
    if (each.kind === 'remember')
      answers.push(await ledger.remember(lease, anOpenOutcome({ id: `open-${index}` }), at(seconds)));
    if (each.kind === 'release')
      answers.push(
        await ledger.release(lease, at(seconds - each.age), { id: `last-${index}`, remaining: `${index}` }),
      );
    if (each.kind === 'abandon') answers.push(await ledger.abandon(lease));
  }
  return answers;
};

describe('every ledger', () => {
  let dynamo: Dynamo;
  let folder: string;
  beforeAll(async () => {
    dynamo = await startDynamo({ tellsItem: true });
    folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledgers-'));
  });
  afterAll(async () => {
    await dynamo.close();
    await rm(folder, { recursive: true });
  });

  it('answers as the one in memory does, whatever happens, though answers are lost on their way', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const options = { leaseSeconds: 90, newId: randomUUID };
        const files = {
          folder: join(folder, randomUUID()),
          now: () => new Date(at(0)),
          wait: async () => {},
        };
        const expected = await play(memoryLedger(options), steps, () => {});

        const inDynamo = dynamoLedger({
          ...options,
          table: await dynamo.table(),
          shorten: changedLeavesOnly,
        });
        expect(await play(inDynamo, steps, dynamo.loseAnswer)).toEqual(expected);
        expect(await play(folderLedger({ ...options, ...files }), steps, () => {})).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
