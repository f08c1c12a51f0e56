import { onNotice } from '../../src/handlers/on-notice.ts';
import { onSweep } from '../../src/handlers/on-sweep.ts';
import type { CentreNews } from '../../src/notify/put-to-centre.ts';
import { visibleAnnouncement } from '../../src/notify/visible-announcement.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { paceOf } from '../../src/sweep/pace.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import type { Sweeper } from '../../src/sweep/sweeper.ts';
import { batchOf, context } from '../support/a-batch.ts';
import type { aClock } from '../support/a-clock.ts';
import { aLogger } from '../support/a-logger.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aStanding } from '../support/a-standing.ts';
import { aStream } from '../support/a-stream.ts';
import { aSender, type Sent } from '../support/a-teller.ts';
import { aLedger } from '../telling/centre/a-ledger.ts';
import { anEnvelope, hasForm } from '../telling/centre/an-envelope.ts';

/** A message on its way. */
interface Message {
  readonly body: string;
  readonly comesAt: number;
}

const hour = 60 * 60 * 1000;

/** What an account is made of. */
interface AccountOptions {
  readonly id: string;
  readonly clock: ReturnType<typeof aClock>;
  /** Names of pools in which something stands. */
  readonly standing?: readonly string[];
  readonly policies?: PolicySet;
  /** The account's way to its centre; absent for the centre. */
  readonly centre?: (news: CentreNews) => void;
  /** The accounts that the centre expects. */
  readonly expected?: readonly string[];
}

/** Lifeguard in one account: its two functions that sweep and tell, between queues and a ledger in memory. */
export const anAccount = ({
  id,
  clock,
  standing = [],
  policies = aPolicySet(),
  centre,
  expected,
}: AccountOptions) => {
  const { book, members, notices } = aLedger();
  const sweeps: Message[] = [];
  const news: Message[] = [];
  const sent: Sent[] = [];
  const deadLetters: string[] = [];
  const counts: { name: string; value: number }[] = [];
  const { logger } = aLogger();
  const counter = {
    count: (name: string, value: number) => {
      counts.push({ name, value });
    },
    publish: () => {},
  };
  const put = (queue: Message[], body: string, seconds = 0): void => {
    queue.push({ body, comesAt: clock.now().getTime() + seconds * 1000 });
  };
  const version = { version: '0.1.0', codeDigest: 'sha256:c0de', mode: 'remediate' as const };
  const pools = standing.map((name) =>
    aStanding(name, { pool: poolRef(id, 'eu-west-1', `eu-west-1_${name}`), name }),
  );
  const sweeper: Omit<Sweeper, 'accountId' | 'count'> = {
    regions: ['eu-west-1'],
    enabledRegions: async () => ['eu-west-1'],
    policies,
    pace: paceOf(0.5),
    book: { ...book, notes: () => aStream(pools) },
    pools: { page: async () => ({ ids: pools.map(({ pool }) => pool.id) }) },
    askForLooks: async () => {},
    later: async (message, seconds) => put(sweeps, sweepMessage(message), seconds),
    announce: async (announcement) => put(news, JSON.stringify(visibleAnnouncement(announcement))),
    tell: async (outcome) => put(news, JSON.stringify(outcome)),
    checkListeners: async () => {},
    redriveNotices: async () => {},
    heart: { ...version, beat: async (heartbeat) => put(news, JSON.stringify(heartbeat)) },
    ...(expected && {
      centre: { expected: async () => expected, codeDigest: version.codeDigest, silentAfter: 3 * hour },
    }),
    now: clock.now,
    wait: async () => {},
  };
  const here = { ...context, invokedFunctionArn: `arn:aws:lambda:eu-west-1:${id}:function:any` };
  const functions = {
    sweeps: onSweep({ sweeper, logger, counter }),
    news: onNotice({
      teller: {
        topics: { notices: aSender('notices', sent), urgent: aSender('urgent', sent) },
        people: [],
        ownersOf: () => [],
        machines: [],
        memory: notices,
        later: async (message, seconds) => put(news, JSON.stringify(message), seconds),
        now: clock.now,
        wait: async () => {},
        ...(centre && {
          centre: async (told) => {
            centre(told);
            return { kind: 'sent', channel: 'centre', messageId: told.id };
          },
        }),
        ...(expected && { organization: { members, hasForm, policyDigest: policies.digest } }),
      },
      listeners: { topicArns: [], subscribersOf: async () => ({ confirmed: 1, pending: 0 }) },
      again: async (body, seconds) => put(news, body, seconds),
      giveUp: async (body) => {
        deadLetters.push(body);
      },
      logger,
      counter,
    }),
  };
  let messages = 0;
  /** Hands over the messages whose time has come. */
  const take = async (): Promise<number> => {
    let taken = 0;
    for (const [queue, handler] of [
      [sweeps, functions.sweeps],
      [news, functions.news],
    ] as const)
      for (const message of queue.filter(({ comesAt }) => comesAt <= clock.now().getTime())) {
        queue.splice(queue.indexOf(message), 1);
        messages += 1;
        const { Records } = batchOf(message.body);
        const batch = { Records: Records.map((record) => ({ ...record, messageId: `message-${messages}` })) };
        const answer = await handler(batch, here, {} as never);
        if (answer?.batchItemFailures.length) put(queue, message.body, 540);
        taken += 1;
      }
    return taken;
  };
  return {
    id,
    sent,
    deadLetters,
    counts,
    take,
    sweep: () => put(sweeps, sweepMessage({ kind: 'start' })),
    callTheRoll: () => put(sweeps, sweepMessage({ kind: 'roll-call' })),
    tell: (outcome: Outcome) => put(news, JSON.stringify(outcome)),
    /** What EventBridge brings from the bus. */
    hear: (account: string, said: unknown) => put(news, JSON.stringify(anEnvelope(account, said))),
    /** Of the outcomes and announcements that people heard of on a topic, the ids. */
    told: () => sent.map(({ notice }) => notice.id),
  };
};

/** A centre, and members whose news EventBridge brings there under their own account. */
export const anOrganization = (
  clock: ReturnType<typeof aClock>,
  given: { readonly centre: string; readonly members: readonly Omit<AccountOptions, 'clock'>[] },
) => {
  const ids = given.members.map(({ id }) => id);
  const centre = anAccount({ id: given.centre, clock, expected: ids });
  const members = given.members.map((options) =>
    anAccount({ ...options, clock, centre: (news) => centre.hear(options.id, news) }),
  );
  const all = [centre, ...members];
  return {
    centre,
    members,
    /** Lets so many hours go by: the centre calls the roll in each, and whoever sweeps, sweeps. */
    pass: async (hours: number, sweeping = all) => {
      for (let each = 0; each < hours; each += 1) {
        for (const account of sweeping) account.sweep();
        for (let minute = 0; minute < 60; minute += 5) {
          if (minute === 45) centre.callTheRoll();
          for (let taken = 1; taken > 0; ) {
            taken = 0;
            for (const account of all) taken += await account.take();
          }
          clock.pass(5 * 60 * 1000);
        }
      }
    },
  };
};
