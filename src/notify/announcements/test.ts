import { actorName } from '../actor-name.ts';
import { words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

/** A sample, for whoever wants to know that notices arrive. */
export const test = ({ by }: AnnouncementOf<'test'>, account: Account): AnnouncementStory => ({
  severity: 'info',
  urgent: false,
  isForEverybody: true,
  result: 'Test',
  subject: words`Lifeguard's notices arrive here`,
  sentences: [
    words`This is a test that ${actorName({ type: by, arn: by })} asked for: notices of Lifeguard in ${accountName(account)} arrive here.`,
    ['No pool was looked at or changed. It goes out on every channel, so you may see it more than once.'],
  ],
  sections: [{ label: 'Who', lines: [words`${by}`] }],
  steps: [
    {
      text: [
        'Nothing to do. If somebody should have got this and did not, see "When nothing comes" in docs/deploy.md.',
      ],
    },
  ],
  pools: [],
  keywords: [],
  topic: 'test',
});
