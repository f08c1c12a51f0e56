import { describe, expect, it } from 'vitest';
import { announceByQueue } from '../../src/handlers/announce-by-queue.ts';
import { askForLooksByQueue } from '../../src/handlers/ask-for-looks-by-queue.ts';
import { type Counter, uncounted } from '../../src/handlers/counter.ts';
import { againByQueue } from '../../src/handlers/notices-by-queue.ts';
import { onSweep } from '../../src/handlers/on-sweep.ts';
import { sweepLaterByQueue } from '../../src/handlers/sweep-later-by-queue.ts';
import { tellByQueue } from '../../src/handlers/tell-by-queue.ts';
import { paceOf } from '../../src/sweep/pace.ts';
import { checkListenersMessage } from '../../src/telling/telling-message.ts';
import { aCognito } from '../pool/a-cognito.ts';
import { batchOf, context } from '../support/a-batch.ts';
import { aLogger } from '../support/a-logger.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aQueue } from '../support/a-queue.ts';
import { deployed, scheduled } from '../support/a-sweeper.ts';
import { anAccountBook } from '../support/an-account-book.ts';

/** on-sweep over one pool in a sandbox, called by hand, with its three queues. */
const aDeployment = async () => {
  const { sqs, queue, taken, clock } = await aQueue();
  const cognito = await aCognito();
  const urls = {
    sweeps: await queue('sweeps'),
    looks: await queue('pool-changes'),
    notices: await queue('notices'),
  };
  const { logger, lines } = aLogger();
  const counts: [string, number][] = [];
  let published = 0;
  const counter: Counter = {
    count: (name, value) => counts.push([name, value]),
    publish: () => {
      published += 1;
    },
  };
  const handler = onSweep({
    logger,
    counter,
    sweeper: {
      regions: ['eu-west-1'],
      enabledRegions: async () => ['eu-west-1'],
      pools: cognito.pools,
      policies: aPolicySet(),
      book: anAccountBook().book,
      pace: paceOf(0.5),
      askForLooks: askForLooksByQueue(sqs, urls.looks),
      later: sweepLaterByQueue(sqs, urls.sweeps),
      announce: announceByQueue(sqs, urls.notices),
      tell: tellByQueue(sqs, urls.notices),
      checkListeners: () => againByQueue(sqs, urls.notices)(JSON.stringify(checkListenersMessage), 0),
      redriveNotices: async () => {},
      now: clock.now,
      wait: clock.wait,
    },
  });
  return {
    cognito,
    clock,
    lines,
    counts,
    published: () => published,
    looks: () => taken(urls.looks),
    notices: () => taken(urls.notices),
    bring: (...bodies: unknown[]) => handler(batchOf(...bodies), context),
    /** Brings what on-sweep sent itself and is due by now. */
    bringOwn: async () => handler(batchOf(...(await taken(urls.sweeps))), context),
  };
};

describe('on-sweep', () => {
  it.each([
    ['the schedule', scheduled],
    ['a deployment', deployed()],
  ])('has every pool looked at, by %s, and counts the sweep when it is over', async (_, event) => {
    const { bring, bringOwn, looks, clock, counts, notices } = await aDeployment();

    const answer = await bring(event);
    await bringOwn();
    clock.pass(600_000);
    await bringOwn();

    expect(answer).toEqual({ batchItemFailures: [] });
    expect((await looks()).map((body) => JSON.parse(body))).toMatchObject([
      { schema: 'cognito-lifeguard/look/1', sweep: 'm0' },
    ]);
    expect((await notices()).map((body) => JSON.parse(body))).toMatchObject([
      { schema: 'cognito-lifeguard/announcement/1', kind: 'policies-changed', accountId: '111122223333' },
      { schema: 'cognito-lifeguard/telling/1', kind: 'check-listeners' },
    ]);
    expect(counts).toEqual([
      ['SweepsCompleted', 1],
      // Nobody takes the looks here.
      ['PoolsSwept', 0],
      ['PoolsMissed', 1],
    ]);
  });

  it.each([
    ['no JSON', '{"half'],
    ['no event', '42'],
    ['an event of something else', { source: 'aws.s3' }],
    ['a forged step', { schema: 'cognito-lifeguard/sweep/1', kind: 'step', sweep: 'it', step: 0 }],
  ])('ignores %s, says why, and asks for nothing', async (_, body) => {
    const { bring, looks, lines } = await aDeployment();

    expect(await bring(body)).toEqual({ batchItemFailures: [] });

    expect(await looks()).toEqual([]);
    expect(lines).toMatchObject([{ message: 'ignored', reason: expect.stringMatching(/./) }]);
  });

  it('gives back the message whose Region could not be listed, and says so', async () => {
    const { cognito, bring, bringOwn, lines, counts, published } = await aDeployment();
    cognito.sandbox.faults.add({ kind: 'access-denied', operation: 'ListUserPools' });
    await bring(scheduled);

    const answer = await bringOwn();

    expect(answer.batchItemFailures).toHaveLength(1);
    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'unfinished', reason: expect.stringContaining('eu-west-1') }),
    );
    expect(counts).toEqual([['ListingsFailed', 1]]);
    expect(published()).toBe(2);
  });

  it('needs nobody to count', async () => {
    expect(() => uncounted.count('Wars', 1)).not.toThrow();
    expect(() => uncounted.publish()).not.toThrow();
  });
});
