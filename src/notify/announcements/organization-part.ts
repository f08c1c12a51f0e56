import type { OrganizationPart, OtherAccount, SilentAccount } from '../../sweep/announcement.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import type { Step } from '../next-steps.ts';
import { count } from '../notice-facts.ts';
import type { Section } from '../section.ts';
import type { NoticeSeverity } from '../urgency.ts';
import { type Words, words } from '../words.ts';

/** What a digest of all accounts of an organization says besides its pools. */
export interface OrganizationStory {
  readonly severity: NoticeSeverity;
  /** For the headline. */
  readonly subject: Words;
  readonly sentences: readonly Words[];
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
}

/** How many accounts a section names. */
const mostNamed = 20;

const silentLine = ({ accountId, expectedSince, heardAt }: SilentAccount): Words =>
  heardAt === undefined
    ? words`${accountId}, never heard of, expected since ${moment(expectedSince)}`
    : words`${accountId}, last heard of ${moment(heardAt)}`;

const otherLine = ({ accountId, version, code, policies }: OtherAccount): Words => {
  const what = [...(policies ? ['other policies'] : []), ...(code ? ['other code'] : [])].join(' and ');
  return words`${accountId}, ${[what]}, version ${version}`;
};

const section = (label: string, lines: readonly Words[], omitted: number): readonly Section[] => {
  if (lines.length === 0) return [];
  const first = firstLines(lines, mostNamed);
  return [{ label, lines: omitted === 0 ? first : [...first, [`and ${count(omitted, 'more account')}`]] }];
};

/**
 * The accounts of an organization: how many were heard of, who is silent, and who runs something else than the centre.
 * @param pools how many pools have something standing
 */
export const organizationStory = (
  { accounts, differing, missed, silent, silentOmitted, others, othersOmitted }: OrganizationPart,
  pools: number,
): OrganizationStory => {
  const silentCount = silent.length + silentOmitted;
  const otherCount = others.length + othersOmitted;
  const subject = [
    ...(pools > 0 ? [`${count(pools, 'pool')} in ${count(differing, 'account')} against policy`] : []),
    ...(silentCount > 0 ? [`${count(silentCount, 'account')} silent`] : []),
    ...(otherCount > 0 ? [`${otherCount} with other code or policies`] : []),
  ].join(', ');
  const found =
    pools === 0
      ? 'no pool differs from policy'
      : `${count(pools, 'pool')} in ${count(differing, 'account')} ${pools === 1 ? 'differs' : 'differ'} from policy`;
  return {
    severity: silentCount > 0 ? 'high' : otherCount > 0 ? 'low' : 'info',
    subject: [subject],
    sentences: [
      [
        `In ${count(accounts, 'account')} that ${accounts === 1 ? 'was' : 'were'} heard of, ${found}, as their last sweeps found.`,
      ],
      ...(missed === 0
        ? []
        : [[`In ${count(missed, 'account')} the last sweep was over before every pool had been looked at.`]]),
      ...(silentCount === 0
        ? []
        : [[`Nothing was heard in time of ${count(silentCount, 'account')}: nobody knows of their pools.`]]),
      ...(otherCount === 0
        ? []
        : [
            [
              `${count(otherCount, 'account')} ${otherCount === 1 ? 'runs' : 'run'} other code or policies than the centre.`,
            ],
          ]),
    ],
    sections: [
      ...section('Silent', silent.map(silentLine), silentOmitted),
      ...section('Other', others.map(otherLine), othersOmitted),
    ],
    steps: [
      ...(silentCount === 0
        ? []
        : [
            {
              text: [
                'For silent accounts, see in CloudFormation at the centre how their stack stands, and do what docs/operations.md says under accounts-silent.',
              ],
            },
          ]),
      ...(otherCount === 0
        ? []
        : [
            {
              text: [
                'Accounts with other code or policies missed an upgrade, or somebody changed them: deploy organization.json again, and see docs/organizations.md, "Upgrade".',
              ],
            },
          ]),
    ],
  };
};
