import { type NewsFile, newsIn } from '../../../src/cli/news/news-in.ts';
import { audiences } from '../../../src/cli/report/audiences.ts';
import { silenceText } from '../../../src/cli/report/silence-text.ts';
import { readJson } from '../../../src/handlers/read-json.ts';
import { noticeOfAnnouncement } from '../../../src/notify/announcement-notice.ts';
import type { Channel, Sender } from '../../../src/notify/delivery.ts';
import type { Notice } from '../../../src/notify/notice.ts';
import { noticeOf } from '../../../src/notify/outcome-notice.ts';
import { parseSweepMessage, sweepMessage } from '../../../src/sweep/sweep-message.ts';
import { type News, readNews } from '../../../src/telling/read-news.ts';
import { takeNews } from '../../../src/telling/take-news.ts';
import { toldAnnouncements } from '../../notify/told-announcements.ts';
import { toldOutcomes } from '../../notify/told-outcomes.ts';
import { aHeartbeat } from '../../support/a-heartbeat.ts';
import { aTeller } from '../../support/a-teller.ts';
import { aLedger } from '../../telling/centre/a-ledger.ts';
import { anEnvelope, hasForm } from '../../telling/centre/an-envelope.ts';
import { hold } from './hold.ts';
import type { Reader } from './reader.ts';

const account = { accountId: '999988887777' };
const listeners = { topicArns: [], subscribersOf: async () => ({ confirmed: 1, pending: 0 }) };

/**
 * What stands on the queues `sweeps` and `notices`, and what `lifeguard notice` takes from a file. News of a member of
 * an organization are told: whoever may put events in its account says what they like.
 */
export const messageReader: Reader = {
  seeds: async () => [
    ...[...Object.values(toldOutcomes), ...Object.values(toldAnnouncements)].flatMap((news) => [
      JSON.stringify(news),
      JSON.stringify(anEnvelope('111122223333', news)),
    ]),
    JSON.stringify(anEnvelope('222233334444', aHeartbeat())),
    ...sweepMessages,
  ],
  read: async (text) => {
    hold(typeof parseSweepMessage(readJson(text)).kind === 'string', 'A sweep message is of no kind.');
    const news = onTheQueue(text);
    if (news?.kind === 'member') await takeFromMember(news);
    const found = newsIn(text);
    if ('mistakes' in found) hold(!found.mistakes.includes(''), 'A mistake has no message.');
    else preview(found);
  },
};

const sweepMessages = [
  sweepMessage({ kind: 'start' }),
  sweepMessage({ kind: 'step', sweep: 'sweep-1', step: 2 }),
  sweepMessage({
    kind: 'look',
    pool: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123',
  }),
  sweepMessage({ kind: 'tell', outcome: 'outcome-1' }),
  sweepMessage({ kind: 'test', id: 'test-1', by: 'somebody' }),
  sweepMessage({ kind: 'roll-call' }),
  JSON.stringify({ source: 'aws.events', 'detail-type': 'Scheduled Event' }),
  JSON.stringify({
    source: 'aws.cloudformation',
    'detail-type': 'CloudFormation Stack Status Change',
    detail: { 'status-details': { status: 'UPDATE_COMPLETE' } },
  }),
];

/** Undefined where the message is refused: it goes among the dead letters. */
const onTheQueue = (text: string): News | undefined => {
  try {
    return readNews(text);
  } catch (error) {
    const isRefusal =
      error instanceof SyntaxError ||
      (error instanceof Error && error.message.startsWith('The message is of no known schema'));
    if (isRefusal) return undefined;
    throw error;
  }
};

const takeFromMember = async (news: News): Promise<void> => {
  const { members } = aLedger();
  const { teller } = aTeller({
    organization: { members, hasForm, policyDigest: 'sha256:2f1d0c' },
    topics: { notices: rendering('notices'), urgent: rendering('urgent') },
    people: [],
    machines: [],
  });
  await takeNews(teller, account, listeners, news);
};

/** A way out that makes of a notice what every audience is sent. */
const rendering = (channel: Channel): Sender => ({
  channel,
  send: async (notice) => {
    for (const { json } of Object.values(audiences))
      hold(JSON.stringify(json(notice)) !== '', 'An audience gets nothing.');
    return { kind: 'sent', channel, messageId: 'message-1' };
  },
});

const preview = ({ news }: NewsFile): void => {
  for (const each of news) {
    const notice =
      each.kind === 'announcement' ? noticeOfAnnouncement(each.announcement, {}) : noticeOf(each.outcome, {});
    if (notice) show(notice);
    else if (each.kind === 'outcome') hold(silenceText(each.outcome) !== '', 'Silence has no reason.');
  }
};

/** As people see it, and JSON where programs read it. */
const show = (notice: Notice): void => {
  for (const { json, text } of Object.values(audiences))
    hold((text ? text(notice, 80) : JSON.stringify(json(notice))) !== '', 'An audience gets nothing.');
};
