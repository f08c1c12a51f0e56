import { poolRefFromArn } from '../../pool/pool-ref.ts';
import { actorName } from '../actor-name.ts';
import { askWho } from '../ask-who.ts';
import { commands } from '../commands.ts';
import { moment } from '../moment.ts';
import type { Step } from '../next-steps.ts';
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

/** How to end it before its time. */
const resume = (pool: string | undefined): readonly Step[] => {
  const ref = pool === undefined ? undefined : poolRefFromArn(pool);
  if (pool !== undefined && !ref) return [];
  return [
    {
      text: ['To end the pause before its time:'],
      commands: [ref ? commands.resume(ref) : commands.resumeAll],
    },
  ];
};

/** A person stopped all of Lifeguard's writing for a time, or that time is over. */
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
    result: begun ? 'Lifeguard paused' : 'Pause over',
    subject: begun ? words`${what(pool)}, by ${name} until ${moment(until)}` : what(pool),
    sentences: begun
      ? [
          words`${name} paused Lifeguard for ${place} until ${moment(until)}.`,
          ['Until then it puts nothing right there. It looks and tells as ever.'],
        ]
      : [words`The pause of Lifeguard for ${place} is over: what is against policy is put right again.`],
    sections: [
      {
        label: 'Who',
        lines: [words`${by}`, words`paused it at ${moment(at)}`],
      },
      { label: 'Why', lines: [prose(reason)] },
      { label: 'Until', lines: [moment(until)] },
    ],
    steps: begun ? [...askWho([person]), ...resume(pool)] : [],
    pools: pool === undefined ? [] : [pool],
    keywords: [],
    topic: pool === undefined ? 'pause' : `pause ${pool}`,
  };
};
