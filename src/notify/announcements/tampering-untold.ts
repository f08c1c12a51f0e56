import type { MutePart } from '../../sweep/announcement.ts';
import { firstLines } from '../first-lines.ts';
import { count } from '../notice-facts.ts';
import { type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

const trouble = ({ name, why, messages = 0 }: MutePart): Words => {
  switch (why) {
    case 'gone':
      return words`${name} is gone`;
    case 'disabled':
      return words`${name} is disabled`;
    case 'holds':
      return words`${name} holds ${[count(messages, 'call')]} of which nobody was told`;
  }
};

/** Somebody turned off what tells of tampering, or it could not tell. */
export const tamperingUntold = (
  { parts }: AnnouncementOf<'tampering-untold'>,
  account: Account,
): AnnouncementStory => {
  const [first, ...others] = parts;
  return {
    severity: 'high',
    urgent: true,
    result: 'Tampering untold',
    subject:
      first && others.length === 0 ? trouble(first) : [`${parts.length} parts that tell of it are mute`],
    sentences: [
      words`Whoever changes Lifeguard itself, a trail or a role in ${accountName(account)} is told of by rules. Some of that does not work, or could not be told.`,
      ['Pools are looked at and put right all the same.'],
    ],
    sections: [
      {
        label: 'Mute',
        lines: firstLines(
          parts.map((part) => words`${part.region}: ${trouble(part)}`),
          20,
        ),
      },
    ],
    steps: [
      {
        text: [
          'Find out who did it: look in CloudTrail for DisableRule and DeleteRule, and for calls on roles and event buses. Take the access away first.',
        ],
      },
      { text: ['Put it back, and read what was not told: docs/operations.md, Tampering untold.'] },
      { text: ['See that nothing is left of it:'], commands: ['lifeguard doctor'] },
    ],
    pools: [],
    keywords: [],
    topic: 'tampering untold',
  };
};
