import type { HeldNotice } from '../../ledger/notice-memory.ts';
import { poolRefFromArn } from '../../pool/pool-ref.ts';
import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import { count } from '../notice-facts.ts';
import { gravestOf, type NoticeSeverity, severityFrom } from '../urgency.ts';
import { prose, type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

const nowhere = 'account';

const titleOf = (pool: HeldNotice['pool'], account: Account): Words => {
  if (pool === undefined) return ['The account'];
  const { id = pool.arn, region, accountId = account.id } = poolRefFromArn(pool.arn) ?? {};
  const place = region === undefined ? [] : words`, ${region}`;
  const elsewhere = accountId === account.id ? [] : words`, account ${accountId}`;
  return words`${pool.name || id}, ${id}${place}${elsewhere}`;
};

const lineOf = ({ at, headline }: HeldNotice): Words => words`${moment(at)}: ${prose(headline)}`;

/** More happened than people can be told one by one: one message names it, pool by pool, the gravest first. */
export const heldBack = (
  { from, until, isUrgent, notices, noticesOmitted }: AnnouncementOf<'held-back'>,
  account: Account,
): AnnouncementStory => {
  const byPool = [...Map.groupBy(notices, ({ pool }) => pool?.arn ?? nowhere)];
  const pools = byPool.map(([arn]) => arn).filter((arn) => arn !== nowhere);
  const all = count(notices.length + noticesOmitted, 'notice');
  const severities = notices.map(({ severity }): NoticeSeverity => severityFrom(severity));
  const [worst] = pools.flatMap((arn) => poolRefFromArn(arn) ?? []);
  return {
    severity: gravestOf(severities),
    urgent: isUrgent,
    result: 'Summed up',
    subject: [`${all} about ${count(pools.length, 'pool')}`],
    sentences: [
      words`More happened in ${accountName(account)} than can be told one by one: ${[all]} about ${[count(pools.length, 'pool')]} from ${moment(from)} to ${moment(until)} stand in this one.`,
      ['Lifeguard looked at each pool and put right what it could all the while.'],
      ...(noticesOmitted === 0 ? [] : [[`The ${notices.length} gravest are named here.`]]),
    ],
    listing: {
      noun: 'pool',
      blocks: byPool.map(([, [first, ...more]]) => ({
        title: words`${titleOf(first?.pool, account)} (${[count(1 + more.length, 'notice')]})`,
        lines: firstLines([...(first ? [first] : []), ...more].map(lineOf), 4),
      })),
      omitted: 0,
    },
    sections: [],
    steps: [
      {
        text: ['See what came of a pool, and whether anything is left to do:'],
        commands: worst === undefined ? [] : [commands.history(worst), commands.plan(worst)],
      },
      {
        text: [
          'If nobody expects so many changes, find out who makes them, and stop the caller. If they are planned work, pause Lifeguard while it lasts:',
        ],
        commands: worst === undefined ? [] : [commands.pause(worst)],
      },
    ],
    pools,
    keywords: [],
    topic: 'held back',
  };
};
