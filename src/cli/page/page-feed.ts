import type { PolicySet } from '../../policy/policy.ts';
import type { JsonObject } from '../../pool/json.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Happening } from '../../sandbox/sandbox.ts';
import type { Delivery } from '../../sandbox/sns/topics.ts';
import { knownPools } from './known-pools.ts';
import { callerView } from './model/caller-view.ts';
import { changeView } from './model/change-view.ts';
import { chatView } from './model/chat-view.ts';
import { mailView } from './model/mail-view.ts';
import { outcomeView } from './model/outcome-view.ts';
import { recordedCall } from './model/recorded-call.ts';
import { mostKept, mostPools, type PageNews, type PageState } from './page-data.ts';

/** What the page is about, and how it sees the pools. */
export interface PageSubject {
  readonly place: PageState['place'];
  /** What there is to type, as things stand. */
  readonly commands: () => PageState['commands'];
  readonly policies: PolicySet;
  /** The access key that Lifeguard's own calls are signed with. */
  readonly lifeguardKey: string;
  /** A pool as it is at this moment; undefined where there is none. */
  readonly poolNow: (region: string, id: string) => PoolSnapshot | undefined;
}

/** Everything that the page shows, in memory and bounded: the newest is kept. */
export interface PageFeed {
  /** A CloudTrail record or a delivery of the sandbox. */
  happened(happening: Happening): void;
  /** The outcome of a look. */
  outcome(outcome: Outcome): void;
  state(): PageState;
  /** Calls back with all news from now on. @returns what ends that */
  follow(follower: (news: PageNews) => void): () => void;
}

/** Nothing has happened yet. */
export const pageFeed = ({ place, commands, policies, lifeguardKey, poolNow }: PageSubject): PageFeed => {
  const pools = knownPools(policies, mostPools);
  const entries: PageState['entries'][number][] = [];
  const mails: PageState['mails'][number][] = [];
  const chats: PageState['chats'][number][] = [];
  const madeAt = new Map<string, string>();
  const followers = new Set<(news: PageNews) => void>();
  let count = 0;
  const nextId = (): string => {
    count += 1;
    return `n${count}`;
  };
  const tell = (news: PageNews): void => {
    if (news.kind === 'entry') keepNewest(entries, news.entry);
    if (news.kind === 'mail') keepNewest(mails, news.mail);
    if (news.kind === 'chat') keepNewest(chats, news.chat);
    for (const follower of followers) follower(news);
  };
  const record = (json: JsonObject, time: Date): void => {
    const call = recordedCall(json);
    const at = time.toISOString();
    madeAt.set(call.eventId, at);
    for (const oldest of madeAt.keys()) if (madeAt.size > mostKept) madeAt.delete(oldest);
    const isLifeguard = call.accessKeyId === lifeguardKey;
    const { name: by } = callerView(call.actor, isLifeguard);
    const { region, poolId } = call;
    const taken =
      poolId === undefined
        ? undefined
        : pools.take({ ...call, at, by, isLifeguard }, poolId, poolNow(region, poolId));
    const { label: pool, moves = [], view } = taken ?? {};
    tell({ kind: 'entry', entry: changeView(call, { id: nextId(), at, pool, moves, isLifeguard }) });
    if (pool && view === 'gone') tell({ kind: 'pool-gone', key: pool.key });
    else if (view && view !== 'gone') tell({ kind: 'pool', pool: view });
  };
  const delivered = (delivery: Delivery): void => {
    if (delivery.protocol === 'email') tell({ kind: 'mail', mail: mailView(delivery, nextId()) });
    if (delivery.protocol !== 'https') return;
    const chat = chatView(delivery, nextId(), pools.titleOf);
    if (chat) tell({ kind: 'chat', chat });
  };
  return {
    happened: (happening) => {
      if (happening.kind === 'record') record(happening.record, happening.at);
      else delivered(happening.delivery);
    },
    outcome: (outcome) => {
      const entry = outcomeView(outcome, nextId(), {
        changedAt: (eventId) => madeAt.get(eventId),
        titleOf: pools.titleOf,
      });
      tell({ kind: 'entry', entry });
    },
    state: () => ({ place, commands: commands(), entries, pools: pools.views(), mails, chats }),
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
};

const keepNewest = <Item>(items: Item[], newest: Item): void => {
  items.unshift(newest);
  if (items.length > mostKept) items.length = mostKept;
};
