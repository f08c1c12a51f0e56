import { showValue } from '../../pool/setting-value.ts';
import type { OutcomeFinding } from '../../remediation/outcome.ts';
import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import { dayOf, moment } from '../moment.ts';
import type { Step } from '../next-steps.ts';
import { count, shortSetting } from '../notice-facts.ts';
import { ownerWords } from '../owner-section.ts';
import { gravestOf } from '../urgency.ts';
import { joinWords, prose, type Words, words } from '../words.ts';
import {
  type Account,
  type AnnouncementOf,
  type AnnouncementStory,
  accountName,
} from './announcement-story.ts';
import { organizationStory } from './organization-part.ts';

type Digest = AnnouncementOf<'digest'>;
type Standing = Digest['pools'][number];

/** What differs now, and nobody accepted it under an exemption. */
const standing = ({ findings }: Standing): readonly OutcomeFinding[] =>
  findings.filter(({ resolved, exemption }) => !resolved && exemption === undefined);

const why = ({ left, mode }: OutcomeFinding): Words => {
  if (left?.kind === 'debt') return words`, since ${dayOf(left.since)}`;
  if (left?.kind === 'undone') return words`, rests until ${moment(left.until)}`;
  return mode === 'notify' ? [', notify only'] : [];
};

const findingLine = (finding: OutcomeFinding): Words => {
  const { rule, severity, setting, now, required } = finding;
  return words`${rule} (${[severity]}): ${[shortSetting(setting)]} found ${showValue(now)}, required ${required}${why(finding)}`;
};

const ownerLine = ({ owners = [] }: Standing): readonly Words[] =>
  owners.length === 0 ? [] : [words`owner: ${joinWords(firstLines(owners.map(ownerWords), 3), ', ')}`];

/** The account of a pool, where that isn't the one that tells it. */
const elsewhere = ({ pool: { accountId } }: Standing, account: Account): Words =>
  accountId === account.id ? [] : words`, account ${accountId}`;

const blockOf = (pool: Standing, account: Account) => ({
  title: words`${pool.name || pool.pool.id}, ${pool.pool.id}, ${pool.pool.region}${elsewhere(pool, account)}`,
  lines: [
    ...firstLines(
      standing(pool)
        .toSorted((left, right) => (gravestOf([left.severity, right.severity]) === left.severity ? -1 : 1))
        .map(findingLine),
      6,
    ),
    ...pool.refusals
      .slice(0, 3)
      .map(({ reason, next }) => words`can't be put right: ${prose(reason)} Do: ${prose(next)}`),
    ...ownerLine(pool),
  ],
});

/** How many pools are told with what stands there; of the others their names are, so that more of them fit. */
const mostDetailed = 12;

const shortBlockOf = (pool: Standing, account: Account) => {
  const findings = standing(pool);
  const worst = gravestOf(findings.map(({ severity }) => severity));
  return {
    title: words`${pool.name || pool.pool.id}, ${pool.pool.id}${elsewhere(pool, account)}`,
    lines: [words`${[count(findings.length, 'finding')]}, the gravest ${[worst]}`],
  };
};

/** The findings by what becomes of them. */
const counted = ({ debt, reported, refused }: Digest['counts']): readonly Words[] => {
  const parts = [
    ...(debt > 0
      ? [`${debt} from before Lifeguard or their rule came, left until somebody has them put right`]
      : []),
    ...(reported > 0 ? [`${reported} of which policy asks only for a notice`] : []),
    ...(refused > 0 ? [`${refused} that can't be put right without a person`] : []),
  ];
  return parts.length === 0 ? [] : [[`Findings: ${parts.join('; ')}.`]];
};

/** An owner accepts for their own pools, where a sweep's id would do it for everybody's; and one account knows no other's sweeps. */
const howToAccept = ({ owner, organization, sweep, pools }: Digest): readonly Step[] => {
  if (owner === undefined && organization === undefined)
    return [
      {
        text: ['To have what was left from before put right at the next look, on all pools of this digest:'],
        commands: commands.accept(sweep),
      },
    ];
  const waiting = pools.filter(({ findings }) => findings.some(({ left }) => left?.kind === 'debt'));
  return waiting.length === 0
    ? []
    : [
        {
          text: [
            organization === undefined
              ? 'To have what was left from before put right (it asks first):'
              : 'To have what was left from before put right, in the account of the pool (it asks first):',
          ],
          commands: waiting.slice(0, 3).map(({ pool }) => commands.apply(pool)),
        },
      ];
};

/** What a sweep found standing, or all accounts' sweeps: told once for all pools, the worst first. */
export const digest = (announcement: Digest, account: Account): AnnouncementStory => {
  const { pools, poolsOmitted, counts, owner, organization } = announcement;
  const number = pools.length + poolsOmitted;
  const all = owner === undefined ? count(number, 'pool') : `${number} of your pools`;
  const findings = pools.flatMap(standing);
  const together = organization && organizationStory(organization, number);
  return {
    severity: gravestOf([...findings.map(({ severity }) => severity), together?.severity ?? 'info']),
    urgent: false,
    result: 'Digest',
    subject: together?.subject ?? [`${all} against policy`],
    sentences: [
      ...(together?.sentences ?? [
        words`${[all]} ${placeOf(announcement, account)} ${[number === 1 ? 'differs' : 'differ']} from policy, as the last sweep found.`,
      ]),
      ...counted(counts),
    ],
    listing: {
      noun: 'pool',
      blocks: pools.map((pool, index) =>
        index < mostDetailed ? blockOf(pool, account) : shortBlockOf(pool, account),
      ),
      omitted: poolsOmitted,
    },
    sections: together?.sections ?? [],
    steps: [
      ...(together?.steps ?? []),
      ...(counts.debt === 0 ? [] : howToAccept(announcement)),
      ...(counts.refused === 0
        ? []
        : [{ text: ['For what can’t be put right, do what its line says, or ask for an exemption.'] }]),
    ],
    pools: pools.map(({ pool }) => pool.arn),
    keywords: findings.map(({ rule }) => rule),
    topic: owner === undefined ? 'digest' : `digest ${owner}`,
  };
};

/** `of prod-eu`, for an owner `in prod-eu`, or in how many accounts their pools are. */
const placeOf = ({ owner, pools }: Digest, account: Account): Words => {
  if (owner === undefined) return words`of ${accountName(account)}`;
  const accounts = new Set(pools.map(({ pool }) => pool.accountId));
  accounts.delete(account.id);
  return accounts.size === 0 ? words`in ${accountName(account)}` : ['of several accounts'];
};
