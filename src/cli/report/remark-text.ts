import type { Actor } from '../../change/cause.ts';
import { moment } from '../../history/times.ts';
import { showValue } from '../../pool/setting-value.ts';
import type { Remark } from '../../remediation/remark.ts';
import { counted } from './counted.ts';
import { inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** Names of callers run to 2,048 characters. */
const nameWidth = 80;

const who = (actors: readonly Actor[]): string => {
  const names = [...new Set(actors.map(({ arn, type }) => inertLine(arn ?? type, nameWidth)))];
  if (names.length === 0) return 'somebody unknown';
  return names.length > 2
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(' and ');
};

const few = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');

/** What the past adds to an outcome, in a sentence without its beginning. */
export const remarkSentence = (remark: Remark): string => {
  switch (remark.kind) {
    case 'changed-unseen':
      return `since ${inertLine(remark.since, 30)}, no recorded call explains it: ${few(remark.settings)}`;
    case 'put-back':
      return `${who(remark.claims.map(({ actor }) => actor))} asked for ${few(
        remark.claims.map(({ setting, claimed }) => `${setting} ${inertLine(showValue(claimed), 48)}`),
      )}: as required again`;
    case 'newly-refused':
      return `changed since the look before, and can't be put right: ${few(remark.settings)}`;
    case 'still-wrong':
      return `for ${counted(remark.days, 'day')}, since ${inertLine(remark.since, 30)}`;
    case 'back-in-compliance':
      if (remark.rules.length === 0 && remark.unbound.length > 0)
        return `no longer bound by ${few(remark.unbound.map((rule) => inertLine(rule, 60)))}`;
      return `holds again${remark.rules.length === 0 ? '' : `: ${few(remark.rules.map((rule) => inertLine(rule, 60)))}`}; it was wrong since ${inertLine(moment(remark.since), 30)}`;
    case 'brought-back':
      return `put right before and brought back, ${counted(remark.times, 'time')}: ${few(remark.settings)}`;
    case 'war':
      return `Lifeguard and ${who(remark.actors)} undo each other, ${counted(remark.times, 'time')}: ${few(remark.settings)}; next write at ${inertLine(moment(remark.nextWriteAt), 30)} at the earliest`;
    case 'war-over':
      return `nobody undoes Lifeguard's writes any more, since ${inertLine(remark.since, 30)}`;
    case 'lost-update':
      return `Lifeguard may have overwritten what ${who([remark.actor])} set with ${inertLine(remark.call, 60)}: ${few(remark.settings.map(({ setting }) => setting))}`;
    case 'left-scope':
      return `no longer bound by ${few(remark.policies.map((policy) => inertLine(policy, 60)))}; held to it until ${inertLine(remark.until, 30)}`;
    case 'memory-lost':
      return 'Lifeguard knew this pool, and its memory of it is gone';
    case 'denied':
      return `AWS refused the call: ${inertLine(remark.error, 120)}`;
  }
};

/** What the past adds to an outcome, in a line for a terminal. */
export const remarkText = (remark: Remark): string =>
  `  ${paint.warning(remark.kind.replaceAll('-', ' '))}  ${remarkSentence(remark)}`;
