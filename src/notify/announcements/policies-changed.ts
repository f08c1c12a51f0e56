import { firstLines } from '../first-lines.ts';
import { count } from '../notice-facts.ts';
import type { Section } from '../section.ts';
import { prose, type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';

type PoliciesChanged = AnnouncementOf<'policies-changed'>;

const section = (label: string, lines: readonly Words[]): readonly Section[] =>
  lines.length === 0 ? [] : [{ label, lines: firstLines(lines, 10) }];

const whatChanged = ({ before, added, loosened }: PoliciesChanged): string => {
  if (before === undefined) return count(added.length, 'rule');
  const parts = [
    ...(added.length > 0 ? [`${count(added.length, 'rule')} added`] : []),
    ...(loosened.length > 0 ? [`${loosened.length} loosened`] : []),
  ];
  return parts.length === 0 ? 'no rule added or loosened' : parts.join(', ');
};

/** A deployment brought other policies: what they ask besides, and where they ask less. */
export const policiesChanged = (announcement: PoliciesChanged, account: Account): AnnouncementStory => {
  const { before, added, loosened, policyDigest } = announcement;
  const changed = whatChanged(announcement);
  return {
    severity: loosened.length > 0 ? 'medium' : 'low',
    urgent: false,
    result: before === undefined ? 'Policies in force' : 'Policies changed',
    subject: [changed],
    sentences: [
      before === undefined
        ? words`Policies are in force in ${accountName(account)} now: ${[changed]}.`
        : words`The policies of ${accountName(account)} have changed: ${[changed]}.`,
      ...(added.length === 0
        ? []
        : [
            [
              'What is against a new rule already is listed in the digest, and left until somebody has it put right.',
            ],
          ]),
    ],
    sections: [
      ...section(
        'Loosened',
        loosened.map(({ message, source }) => words`${prose(message)} ${`${source.file}:${source.line}`}`),
      ),
      ...section(
        'Added',
        added.map(
          ({ rule, setting, required, mode, at }) => words`${rule}: ${setting} ${required} (${mode}), ${at}`,
        ),
      ),
      {
        label: 'Checksum',
        lines: [words`${policyDigest}`, ...(before === undefined ? [] : [words`before ${before}`])],
      },
    ],
    steps:
      loosened.length === 0
        ? []
        : [
            {
              text: [
                'Read what was loosened. If nobody can say why, take the change to the policy files back.',
              ],
            },
          ],
    pools: [],
    keywords: [...loosened, ...added].map(({ rule }) => rule),
    topic: 'policies',
  };
};
