import { poolRefFromArn } from '../../pool/pool-ref.ts';
import { firstLines } from '../first-lines.ts';
import { dayOf } from '../moment.ts';
import { count } from '../notice-facts.ts';
import { prose, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** An exemption that ends soon, or has ended. */
export const exemption = (
  {
    kind,
    exemption: { ticket, expires, rules, pools, approver, granted, reason, source },
  }: AnnouncementOf<'exemption-ending' | 'exemption-ended'>,
  account: Account,
): AnnouncementStory => {
  const ended = kind === 'exemption-ended';
  const counted = `${count(rules.length, 'rule')} on ${count(pools.length, 'pool')}`;
  const day = dayOf(expires);
  const again = rules.length === 1 ? 'counts again' : 'count again';
  return {
    severity: ended ? 'medium' : 'low',
    urgent: false,
    result: ended ? 'Exemption ended' : 'Exemption ends soon',
    subject: words`${ticket} on ${day}, ${[counted]}`,
    sentences: [
      ended
        ? words`The exemption ${ticket} in ${accountName(account)} ended on ${day}: ${[counted]} ${[again]}, and what differs is put right.`
        : words`The exemption ${ticket} in ${accountName(account)} ends on ${day}: after that day ${[counted]} ${[again]}, and what differs is put right.`,
    ],
    sections: [
      {
        label: 'Rules',
        lines: firstLines(
          rules.map(({ rule, floor }) =>
            floor === undefined ? words`${rule}` : words`${rule}, with ${floor.required} in its place`,
          ),
          6,
        ),
      },
      {
        label: 'Pools',
        lines: firstLines(
          pools.map((arn) => words`${poolRefFromArn(arn)?.id ?? arn}`),
          6,
        ),
      },
      {
        label: 'Granted',
        lines: [
          words`by ${approver} on ${dayOf(granted)}, ${`${source.file}:${source.line}`}`,
          prose(reason),
        ],
      },
    ],
    steps: [
      {
        text: ended
          ? words`If the pools still need it, ask ${approver} to grant it again. If not, take it out of ${source.file}.`
          : words`Set the pools as the rules require before it ends, or ask ${approver} to grant it again.`,
      },
    ],
    pools,
    keywords: rules.map(({ rule }) => rule),
    topic: `exemption ${ticket}`,
  };
};
