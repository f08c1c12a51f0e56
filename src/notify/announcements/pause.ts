import { poolRefFromArn } from '../../pool/pool-ref.ts';
import { actorName } from '../actor-name.ts';
import { askWho } from '../ask-who.ts';
import { moment } from '../moment.ts';
import { prose, type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** `eu-west-1_AbCdEf123`, or `every pool`. */
const what = (pool: string | undefined): Words =>
  pool === undefined ? ['every pool'] : words`${poolRefFromArn(pool)?.id ?? pool}`;

/** A person stopped all writing for a time, or that time is over. */
export const pause = (
  { kind, pause: { by, at, pool, until, reason } }: AnnouncementOf<'pause-begun' | 'pause-ended'>,
  account: Account,
): AnnouncementStory => {
  const person = { type: by, arn: by };
  const name = actorName(person);
  const place = words`${what(pool)} in ${accountName(account)}`;
  const begun = kind === 'pause-begun';
  return {
    severity: begun ? 'medium' : 'low',
    urgent: false,
    result: begun ? 'Paused' : 'Pause over',
    subject: begun ? words`${what(pool)} until ${moment(until)}, by ${name}` : what(pool),
    sentences: begun
      ? [
          words`${name} stopped all writing to ${place} until ${moment(until)}.`,
          ['Until then Lifeguard puts nothing right there. It looks and tells as ever.'],
        ]
      : [words`The pause of ${place} is over: what is against policy is put right again.`],
    sections: [
      {
        label: 'Who',
        lines: [words`${by}`, words`at ${moment(at)}`],
      },
      { label: 'Why', lines: [prose(reason)] },
      { label: 'Until', lines: [moment(until)] },
    ],
    steps: begun ? askWho([person]) : [],
    pools: pool === undefined ? [] : [pool],
    keywords: [],
    topic: pool === undefined ? 'pause' : `pause ${pool}`,
  };
};
