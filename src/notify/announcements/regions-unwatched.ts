import type { OutsideRegion } from '../../sweep/announcement.ts';
import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import type { Step } from '../next-steps.ts';
import { count } from '../notice-facts.ts';
import { joinWords, type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

type Unwatched = AnnouncementOf<'regions-unwatched'>;

const pools = ({ pools: number, isMore }: OutsideRegion): string =>
  isMore ? `more than ${number} pools` : count(number, 'pool');

const names = (regions: readonly string[]): Words =>
  joinWords(
    regions.map((region) => words`${region}`),
    ', ',
  );

const sentencesOf = (
  { governed, outside, unlisted, isEnabledUnknown }: Unwatched,
  account: Account,
): readonly Words[] => {
  const ours = unlisted.filter((region) => governed.includes(region));
  const others = unlisted.filter((region) => !governed.includes(region));
  return [
    ...(outside.length === 0
      ? []
      : [
          words`${accountName(account)} has user pools in Regions that Lifeguard does not look after: nobody is told when they are weakened, and nothing is put right there.`,
        ]),
    ...(ours.length === 0
      ? []
      : [
          words`AWS does not let Lifeguard list the pools of ${names(ours)}, which it is to look after: what changes without an event goes unseen there.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          words`AWS does not let Lifeguard list the pools of ${names(others)}, so whether there are any isn't known. Where a policy of the organization closes these Regions to everybody, there is nothing to do.`,
        ]),
    ...(isEnabledUnknown
      ? [['Which Regions the account has enabled AWS does not tell, so that pools elsewhere go unseen.']]
      : []),
  ];
};

const stepsOf = ({ governed, outside, unlisted, isEnabledUnknown }: Unwatched): readonly Step[] => [
  ...(outside.length === 0
    ? []
    : [
        {
          text: [
            'Have them looked after: name their Regions in the parameter regions, beside the other parameters of your deployment.',
          ],
          commands: commands.deploy([...governed, ...outside.map(({ region }) => region)]),
        },
        { text: ['Or delete the pools, where nobody needs them.'] },
      ]),
  ...(unlisted.some((region) => governed.includes(region))
    ? [
        {
          text: ['See what stands in the way: a changed role, or a policy of the organization.'],
          commands: ['lifeguard doctor'],
        },
      ]
    : []),
  ...(isEnabledUnknown ? [{ text: ['Allow account:ListRegions to the role of on-sweep.'] }] : []),
];

/** Pools that are, or may be, where nobody looks. */
export const regionsUnwatched = (announcement: Unwatched, account: Account): AnnouncementStory => {
  const { governed, outside, unlisted } = announcement;
  const isOurs = unlisted.some((region) => governed.includes(region));
  const regions = [...outside.map(({ region }) => region), ...unlisted];
  return {
    severity: isOurs ? 'high' : outside.length > 0 ? 'medium' : 'info',
    urgent: isOurs,
    result: 'Not looked after',
    subject: regions.length === 0 ? ['Regions unknown'] : names(regions),
    sentences: sentencesOf(announcement, account),
    sections: [
      ...(outside.length === 0
        ? []
        : [
            {
              label: 'Pools',
              lines: firstLines(
                outside.map((each) => words`${each.region}: ${[pools(each)]}`),
                20,
              ),
            },
          ]),
      { label: 'Watched', lines: [names(governed)] },
    ],
    steps: stepsOf(announcement),
    pools: [],
    keywords: [],
    topic: 'regions unwatched',
  };
};
