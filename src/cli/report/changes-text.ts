import { visibleValue } from '../../notify/hidden-value.ts';
import { nameOf } from '../../pool/pool-snapshot.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import type { SettingPath } from '../../pool/settings.ts';
import type { Look } from '../../remediation/look.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import { counted } from './counted.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** Longest value that a line shows. */
const valueWidth = 48;

/** Longest value that a person is asked to write: the names of functions and keys stand at the end of ARNs. */
const askedWidth = 300;

/** A setting's value for a terminal, without secrets. */
export const shownValue = (setting: SettingPath, value: SettingValue, width = valueWidth): string =>
  inertLine(showValue(visibleValue(setting, value)), width);

/** The plan of what a person asked for: from what to what, what AWS forces beside it, what is carried. */
export const changesText = ({ snapshot, plan }: Look): string => {
  const name = nameOf(snapshot);
  return [
    `${name === null ? '' : `${paint.strong(inertLine(name, 60))}  `}${inert(snapshot.pool.id)}  ${paint.warning('would be changed')}`,
    ...plan.changes.flatMap(changeLines),
    ...(plan.carried === 0
      ? []
      : [`  ${counted(plan.carried, 'setting')} would be carried forward unchanged.`]),
  ].join('\n');
};

const changeLines = ({ setting, from, to, because, warning }: SettingChange): readonly string[] => [
  `  ${paint.warning('~')} ${setting}  ${paint.bad(shownValue(setting, from, askedWidth))} → ${paint.good(shownValue(setting, to, askedWidth))}`,
  ...because.flatMap((why) =>
    why.kind === 'coupling' ? [`    ${paint.faint(`because ${inert(why.reason)}`)}`] : [],
  ),
  ...(warning === undefined ? [] : [`    ${paint.warning(warning)}`]),
];
