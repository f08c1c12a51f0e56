import type { AccountRecord } from '../../src/ledger/account-book.ts';
import type { Standing } from '../../src/ledger/ledger.ts';
import type { Member } from '../../src/ledger/member-book.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { Pools } from '../../src/pool/pools.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import type { DeployedVersion, Heartbeat } from '../../src/sweep/heartbeat.ts';
import { paceOf } from '../../src/sweep/pace.ts';
import type { OwnSweepMessage } from '../../src/sweep/sweep-message.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import type { Centre, DelayedLook, Sweeper } from '../../src/sweep/sweeper.ts';
import { takeSweepMessage } from '../../src/sweep/take-sweep-message.ts';
import { aClock } from './a-clock.ts';
import { aPolicySet } from './a-policy.ts';
import { aStream } from './a-stream.ts';
import { anAccountBook } from './an-account-book.ts';

/** A look as it was asked for: when, and when it comes up, in milliseconds since 1970. */
export interface AskedLook {
  readonly look: DelayedLook;
  readonly comesAt: number;
}

interface Sent {
  readonly message: OwnSweepMessage;
  readonly comesAt: number;
}

/** Regions with their pools' ids, and those that can't be listed. */
const poolsIn = (
  regions: { readonly [region: string]: readonly string[] },
  broken: ReadonlyMap<string, Error>,
): Pick<Pools, 'page'> => ({
  page: async (region, { size = 60, from = '0' } = {}) => {
    const error = broken.get(region);
    if (error) throw error;
    const start = Number(from);
    const end = start + size;
    const ids = regions[region] ?? [];
    return { ids: ids.slice(start, end), ...(end < ids.length && { next: String(end) }) };
  },
});

/** SQS's own rule: SendMessage, Amazon SQS API reference. */
const checkDelay = (seconds: number): void => {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 900)
    throw new Error(`DelaySeconds ${seconds} is not from 0 to 900.`);
};

export const poolIds = (region: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${region}_Pool${index}`);

/** A sweeper over made-up Regions, whose messages wait in a list until `run` brings them. */
export const aSweeper = ({
  regions = { 'eu-west-1': poolIds('eu-west-1', 3) },
  outside = {},
  policies = aPolicySet(),
  share = 0.5,
  start,
  heart,
  centre,
  muteParts,
  ...ledger
}: {
  /** The governed Regions with their pools' ids. */
  readonly regions?: { readonly [region: string]: readonly string[] };
  /** Enabled ones that aren't governed. */
  readonly outside?: { readonly [region: string]: readonly string[] };
  readonly policies?: PolicySet;
  readonly share?: number;
  readonly start?: string;
  readonly record?: AccountRecord;
  readonly madeAt?: string;
  readonly notes?: { readonly [sweep: string]: readonly Standing[] };
  readonly outcomes?: readonly Outcome[];
  readonly members?: readonly Member[];
  readonly heart?: DeployedVersion;
  readonly centre?: Centre;
  readonly muteParts?: Sweeper['muteParts'];
} = {}) => {
  const clock = aClock(start);
  const asked: AskedLook[] = [];
  const news: Announcement[] = [];
  const told: Outcome[] = [];
  const heartbeats: Heartbeat[] = [];
  const askedOfTelling: string[] = [];
  const queue: Sent[] = [];
  const counts: Record<string, number> = {};
  const pages: { readonly region: string; readonly at: number }[] = [];
  const broken = new Map<string, Error>();
  const account = anAccountBook(ledger);
  const pools = poolsIn({ ...regions, ...outside }, broken);
  let messages = 0;
  const time = () => clock.now().getTime();
  const sweeper: Sweeper = {
    accountId: '111122223333',
    regions: Object.keys(regions),
    enabledRegions: async () => {
      const denied = broken.get('account');
      if (denied) throw denied;
      return [...Object.keys(regions), ...Object.keys(outside)];
    },
    policies,
    book: {
      ...account.book,
      // Every look that was asked for has been taken, where a test doesn't say what came of it.
      notes: (sweep) =>
        aStream<Standing>(
          ledger.notes?.[sweep] ??
            asked.map(({ look: { pool } }) => ({
              pool,
              name: null,
              outcome: 'compliant' as const,
              at: '2026-11-23T09:12:20.000Z',
              findings: [],
              refusals: [],
            })),
        ),
    },
    pace: paceOf(share),
    pools: {
      page: (...args) => {
        pages.push({ region: args[0], at: time() });
        return pools.page(...args);
      },
    },
    askForLooks: async (looks) => {
      for (const { seconds } of looks) checkDelay(seconds);
      asked.push(...looks.map((look) => ({ look, comesAt: time() + look.seconds * 1000 })));
    },
    later: async (message, seconds) => {
      checkDelay(seconds);
      queue.push({ message, comesAt: time() + seconds * 1000 });
    },
    announce: async (told) => {
      if (!news.some(({ id }) => id === told.id)) news.push(told);
    },
    tell: async (outcome) => {
      told.push(outcome);
    },
    checkListeners: async () => {
      askedOfTelling.push('check-listeners');
    },
    redriveNotices: async () => {
      askedOfTelling.push('redrive');
    },
    ...(heart && {
      heart: {
        ...heart,
        beat: async (heartbeat) => {
          heartbeats.push(heartbeat);
        },
      },
    }),
    ...(centre && { centre }),
    ...(muteParts && { muteParts }),
    count: (name, value) => {
      counts[name] = (counts[name] ?? 0) + value;
    },
    now: clock.now,
    wait: clock.wait,
  };
  const bring = (body: unknown, id = `message-${++messages}`) => takeSweepMessage(sweeper, id, body);
  return {
    sweeper,
    clock,
    ...account,
    /** The looks that were asked for, in order. */
    asked,
    /** What was announced, each id once, as people hear it. */
    news,
    told,
    heartbeats,
    /** What those who tell people were asked for. */
    askedOfTelling,
    /** Our own messages that are under way. */
    queue,
    counts,
    /** Which pages were listed, and when in milliseconds since 1970. */
    pages,
    /** Regions whose pools can't be listed, with what AWS says; `account` where nobody may list Regions. */
    broken,
    bring,
    /** Brings the messages that are under way, each at its time, until none is left or a time has come. */
    run: async (until = Number.POSITIVE_INFINITY) => {
      for (;;) {
        queue.sort((left, right) => left.comesAt - right.comesAt);
        const [next] = queue;
        if (!next || next.comesAt > until) return;
        queue.shift();
        clock.pass(Math.max(0, next.comesAt - time()));
        await bring(JSON.parse(sweepMessage(next.message)));
      }
    },
  };
};

/** What AWS says where a policy closes a Region. */
export const denied = Object.assign(new Error('explicit deny in a service control policy'), {
  name: 'AccessDeniedException',
});

/** What EventBridge sends by the schedule. */
export const scheduled = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

/** What EventBridge sends when a deployment of the stack has ended. */
export const deployed = (status = 'UPDATE_COMPLETE') => ({
  source: 'aws.cloudformation',
  'detail-type': 'CloudFormation Stack Status Change',
  detail: {
    'stack-id': 'arn:aws:cloudformation:eu-west-1:111122223333:stack/s/1',
    'status-details': { status },
  },
});
