import { type PoolSnapshot, readSetting } from '../../pool/pool-snapshot.ts';
import { settingAt } from '../../pool/settings.ts';
import type { Look } from '../../remediation/look.ts';
import type { Refusal } from '../../remediation/refusal.ts';
import { shownValue } from './changes-text.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

/** Why nothing of what a person asked for is written, with what the settings are now. */
export const refusedText = ({ snapshot, plan }: Pick<Look, 'snapshot' | 'plan'>): string =>
  [
    `Pool ${inert(snapshot.pool.id)} is left as it is: all is written, or nothing.`,
    ...plan.refusals.flatMap((refusal) => refusalLines(refusal, snapshot)),
  ].join('\n');

const refusalLines = (
  { code, reason, next, settings }: Refusal,
  snapshot: PoolSnapshot,
): readonly string[] => [
  `  ${paint.bad(`refused: ${code}`)}  ${inert(reason)}`,
  ...settings.map((path) => `    ${path} is ${shownValue(path, readSetting(snapshot, settingAt(path)))} now`),
  `    ${paint.strong('Do:')} ${inert(next)}`,
];
