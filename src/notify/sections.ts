import { showValue } from '../pool/setting-value.ts';
import { findSetting } from '../pool/settings.ts';
import { duration } from './duration.ts';
import { firstLines } from './first-lines.ts';
import { debtSection, restingSection } from './left-sections.ts';
import { moment } from './moment.ts';
import { toldFindings } from './news.ts';
import { count, mainCall, type NoticeFacts } from './notice-facts.ts';
import { ownerSection } from './owner-section.ts';
import type { Section } from './section.ts';
import { who } from './who.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const when = ({ outcome, settings }: NoticeFacts): Section => {
  const first = mainCall(outcome.causes, settings);
  const { fixedAt } = outcome;
  const begun = first?.eventTime ?? outcome.startedAt;
  const gap = fixedAt === undefined ? undefined : duration(begun, fixedAt);
  return {
    label: 'When',
    lines: [
      first ? moment(begun) : words`found ${moment(begun)}`,
      ...(fixedAt === undefined
        ? []
        : [words`put right ${moment(fixedAt)}${own(gap === undefined ? '' : `, ${gap} later`)}`]),
    ],
  };
};

const where = ({ pool, accountAlias }: NoticeFacts): Section => {
  const account =
    accountAlias === undefined ? words`${pool.accountId}` : words`${accountAlias} (${pool.accountId})`;
  const name = pool.name === null || pool.name === '' ? [] : words`${pool.name}, `;
  return { label: 'Where', lines: [words`${name}${pool.id}`, words`account ${account}, ${pool.region}`] };
};

/** Rules that give the same reason stand together, so that four character classes are told once. */
const why = ({ outcome }: NoticeFacts): readonly Section[] => {
  const broken = toldFindings(outcome);
  const reasons = [...Map.groupBy(broken, (rule) => rule.why)];
  const untold = reasons.slice(6).flatMap(([, rules]) => rules).length;
  const lines = reasons
    .slice(0, 6)
    .flatMap(([reason, rules]) => [
      ...rules
        .slice(0, 6)
        .map(
          ({ rule, severity, at, mode, left }) =>
            words`${rule} (${own(mode === 'notify' && !left ? `${severity}, notify only` : severity)}), ${at}`,
        ),
      prose(reason),
    ])
    .concat(untold === 0 ? [] : [own(`and ${count(untold, 'more rule')}`)]);
  const owners = [...new Set(broken.flatMap((rule) => rule.owner ?? []))].slice(0, 3);
  const ownerLine =
    owners.length === 0
      ? []
      : [
          words`policy owner: ${joinWords(
            owners.map((owner) => words`${owner}`),
            ', ',
          )}`,
        ];
  return lines.length === 0 ? [] : [{ label: 'Why', lines: [...lines, ...ownerLine] }];
};

/** What differs from policy and was accepted: listed, so that nobody takes it for an oversight. */
const accepted = ({ outcome }: NoticeFacts): readonly Section[] => {
  const lines = outcome.findings.flatMap(({ rule, exemption }) =>
    exemption === undefined
      ? []
      : [words`${rule}, under ${exemption.ticket} until ${exemption.expires} (${exemption.at})`],
  );
  return lines.length === 0 ? [] : [{ label: 'Exempt', lines: firstLines(lines, 5) }];
};

const feltBy = ({ outcome }: NoticeFacts): readonly Section[] => {
  const felt = new Set(outcome.changes.flatMap((change) => findSetting(change.setting)?.feltBy ?? []));
  felt.delete('nobody');
  if (outcome.changes.length === 0) return [];
  return [
    { label: 'Felt by', lines: [own(felt.size === 0 ? 'nobody who uses the pool' : [...felt].join(', '))] },
  ];
};

const also = ({ outcome }: NoticeFacts): readonly Section[] => {
  const coupled = outcome.changes.flatMap((change) =>
    change.because.flatMap((because) =>
      because.kind === 'coupling'
        ? [
            words`${own(change.setting)} from ${showValue(change.from)} to ${showValue(change.to)}: ${prose(because.reason)}`,
          ]
        : [],
    ),
  );
  const moved = outcome.sideEffects.map(
    ({ path, from, to }) => words`${path} moved from ${from} to ${to}, though no rule asked for it`,
  );
  const unknown = outcome.unknownSettings.map(
    (path) => words`${path} is newer than this version of Lifeguard`,
  );
  const lines = [...coupled, ...moved, ...unknown];
  return lines.length === 0 ? [] : [{ label: 'Also', lines: firstLines(lines, 8) }];
};

/** Everything the notice of a look says besides its summary, its settings and its next steps, in reading order. */
export const sectionsOf = (facts: NoticeFacts): readonly Section[] => [
  ...facts.stories.flatMap(({ sections }) => sections),
  who(facts),
  when(facts),
  where(facts),
  ...ownerSection(facts.outcome.owners ?? []),
  ...why(facts),
  ...feltBy(facts),
  ...restingSection(facts),
  ...debtSection(facts),
  ...accepted(facts),
  ...also(facts),
];
