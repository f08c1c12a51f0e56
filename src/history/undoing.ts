import type { Actor } from '../change/cause.ts';
import { roleOf } from '../change/role-of.ts';
import { isTagCall } from '../change/tag-call.ts';
import type { Finding } from '../policy/finding.ts';
import { isOurCall } from './our-call.ts';
import type { Past } from './past.ts';
import type { Undoing } from './pool-history.ts';
import { digestOf } from './stored-value.ts';

/**
 * What somebody brought back although we had put it right. The same one is found by every look until it is put right
 * again, and counts once. What stands as the last look left it was brought back by nobody: a rule that rested there
 * counts again.
 * @param findings what the look found, what is left included
 */
export const undoingOf = (
  { history, causes, now }: Past,
  findings: readonly Finding[],
): Undoing | undefined => {
  if (!history) return undefined;
  const { values } = history.seen;
  const wrong = new Set(
    findings
      .filter(({ mode, setting, found }) => mode === 'remediate' && values[setting] !== digestOf(found))
      .map(({ setting }) => setting),
  );
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
    !isOurCall(history, cause)
      ? [cause.actor]
      : [],
  );
  return { at: now, settings, actors: distinct(actors).slice(0, 5) };
};

/** Each caller once, whatever else they say of themselves: no number of programs drives another caller out. */
const distinct = (actors: readonly Actor[]): readonly Actor[] => [
  ...new Map(actors.map((actor) => [roleOf(actor), actor])).values(),
];
