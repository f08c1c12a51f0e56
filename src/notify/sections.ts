import { showValue } from '../pool/setting-value.ts';
import { findSetting } from '../pool/settings.ts';
import { duration } from './duration.ts';
import type { Notice } from './notice.ts';
import { mainCall } from './notice-facts.ts';
import type { Section } from './section.ts';
import { who } from './who.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

/** `2026-08-22 09:14:07 UTC`; anything else as it is, from outside. */
const moment = (iso: string): Words =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(iso)
    ? own(`${iso.slice(0, 19).replace('T', ' ')} UTC`)
    : words`${iso}`;

const when = (notice: Notice): Section => {
  const first = mainCall(notice.causes, notice.settings) ?? notice.causes[0];
  const { fixedAt } = notice;
  const begun = first?.eventTime ?? notice.startedAt;
  const gap = fixedAt === undefined ? undefined : duration(begun, fixedAt);
  return {
    label: 'When',
    lines: [
      first?.kind === 'call' ? moment(begun) : words`found ${moment(begun)}`,
      ...(fixedAt === undefined
        ? []
        : [words`put right ${moment(fixedAt)}${own(gap === undefined ? '' : `, ${gap} later`)}`]),
    ],
  };
};

const where = (notice: Notice): Section => {
  const { pool, accountAlias } = notice;
  const account =
    accountAlias === undefined ? words`${pool.accountId}` : words`${accountAlias} (${pool.accountId})`;
  const name = pool.name === null || pool.name === '' ? [] : words`${pool.name}, `;
  return { label: 'Where', lines: [words`${name}${pool.id}`, words`account ${account}, ${pool.region}`] };
};

/** Rules that give the same reason stand together, so that four character classes are told once. */
const why = (notice: Notice): readonly Section[] => {
  const broken = notice.rules.filter((rule) => rule.exemption === undefined);
  const lines = [...Map.groupBy(broken, (rule) => rule.why)]
    .slice(0, 6)
    .flatMap(([reason, rules]) => [
      ...rules
        .slice(0, 6)
        .map(
          ({ rule, severity, at, mode }) =>
            words`${rule} (${own(mode === 'notify' ? `${severity}, notify only` : severity)}), ${at}`,
        ),
      prose(reason),
    ]);
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
const accepted = (notice: Notice): readonly Section[] => {
  const lines = notice.rules.flatMap(({ rule, exemption }) =>
    exemption === undefined
      ? []
      : [words`${rule}, under ${exemption.ticket} until ${exemption.expires} (${exemption.at})`],
  );
  const more = lines.length > 5 ? [own(`and ${lines.length - 5} more`)] : [];
  return lines.length === 0 ? [] : [{ label: 'Accepted', lines: [...lines.slice(0, 5), ...more] }];
};

const feltBy = (notice: Notice): readonly Section[] => {
  const felt = new Set(notice.changes.flatMap((change) => findSetting(change.setting)?.feltBy ?? []));
  felt.delete('nobody');
  if (notice.changes.length === 0) return [];
  return [
    { label: 'Felt by', lines: [own(felt.size === 0 ? 'nobody who uses the pool' : [...felt].join(', '))] },
  ];
};

const also = (notice: Notice): readonly Section[] => {
  const coupled = notice.changes.flatMap((change) =>
    change.because.flatMap((because) =>
      because.kind === 'coupling'
        ? [
            words`${own(change.setting)} from ${showValue(change.from)} to ${showValue(change.to)}: ${prose(because.reason)}`,
          ]
        : [],
    ),
  );
  const moved = notice.sideEffects.map(
    ({ path, from, to }) => words`${path} moved from ${from} to ${to}, though no rule asked for it`,
  );
  const unknown = notice.unknownSettings.map(
    (path) => words`${path} is newer than this version of Lifeguard`,
  );
  const lines = [...coupled, ...moved, ...unknown];
  const more = lines.length > 8 ? [own(`and ${lines.length - 8} more`)] : [];
  return lines.length === 0 ? [] : [{ label: 'Also', lines: [...lines.slice(0, 8), ...more] }];
};

/** Everything a notice says besides its summary, its settings and its next steps, in reading order. */
export const sectionsOf = (notice: Notice): readonly Section[] => [
  who(notice),
  when(notice),
  where(notice),
  ...why(notice),
  ...feltBy(notice),
  ...accepted(notice),
  ...also(notice),
];
