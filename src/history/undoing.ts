import type { Actor, CallCause } from '../change/cause.ts';
import { isOwnCall } from '../change/own-call.ts';
import { isTagCall } from '../change/tag-call.ts';
import type { Finding } from '../policy/finding.ts';
import { roleOf } from './breaker.ts';
import type { Past } from './past.ts';
import type { Undoing, WriteWindow } from './pool-history.ts';

/**
 * What somebody brought back although we had put it right. The same one is found by every look until it is put right
 * again, and counts once.
 * @param findings what the look found, what is left included
 */
export const undoingOf = (
  { history, causes, now }: Past,
  findings: readonly Finding[],
): Undoing | undefined => {
  if (!history) return undefined;
  const wrong = new Set(findings.flatMap(({ mode, setting }) => (mode === 'remediate' ? [setting] : [])));
  const settings = [...wrong].filter((setting) => {
    const fixed = history.fixes.findLast((fix) => fix.setting === setting);
    const undone = history.undoings.findLast((undoing) => undoing.settings.includes(setting));
    return fixed !== undefined && (undone === undefined || undone.at <= fixed.at);
  });
  if (settings.length === 0) return undefined;
  const actors = causes.flatMap((cause) =>
    cause.kind === 'call' &&
    cause.governed &&
    (!isTagCall(cause) || settings.includes('UserPoolTags')) &&
    !history.writes.some((write) => isEcho(cause, write))
      ? [cause.actor]
      : [],
  );
  return { at: now, settings, actors: distinct(actors).slice(0, 5) };
};

/** Milliseconds. CloudTrail's times are whole seconds. */
const precision = 1000;

/** The word of the user agent isn't enough: whoever undoes us would go unnamed, and never count, by our name. */
const isEcho = (call: CallCause, { outcome, from, to }: WriteWindow): boolean => {
  const time = Date.parse(call.eventTime);
  return (
    isOwnCall(call, outcome) && time + precision >= Date.parse(from) && time - precision <= Date.parse(to)
  );
};

/** Each caller once, whatever else they say of themselves: no number of programs drives another caller out. */
const distinct = (actors: readonly Actor[]): readonly Actor[] => [
  ...new Map(actors.map((actor) => [roleOf(actor), actor])).values(),
];
