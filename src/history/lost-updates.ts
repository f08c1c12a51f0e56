import type { CallCause } from '../change/cause.ts';
import { sameValue } from '../pool/setting-value.ts';
import type { Remark } from '../remediation/remark.ts';
import { fellInto, isOurCall } from './our-call.ts';
import type { Past } from './past.ts';
import type { WriteWindow } from './pool-history.ts';
import { digestOf } from './stored-value.ts';

/**
 * Calls by somebody else that fell between one of our looks and the end of the write that followed it: Cognito has no
 * conditional write, so what they set may be gone. Calls that an outcome has named are not looked at again.
 * @param digests what every setting is now, by path
 */
export const lostUpdates = (
  { history, causes }: Past,
  digests: { readonly [setting: string]: string },
): readonly Remark[] =>
  history === undefined
    ? []
    : few(
        causes
          .filter((cause) => cause.kind === 'call')
          .filter((call) => call.governed && !history.calls.includes(call.eventId))
          .flatMap((call) => {
            const window = history.writes.find((write) => fellInto(write, call));
            return window && !isOurCall(history, call) ? lostBy(call, window, digests) : [];
          }),
      );

type LostUpdate = Extract<Remark, { readonly kind: 'lost-update' }>;

/** More would make a message that no queue takes; the last one says how many more there were. */
const mostRemarks = 10;

const few = (remarks: readonly LostUpdate[]): readonly Remark[] => {
  const omitted = remarks.length - mostRemarks;
  return omitted <= 0
    ? remarks
    : remarks
        .slice(0, mostRemarks)
        .map((remark, index) => (index === mostRemarks - 1 ? { ...remark, callsOmitted: omitted } : remark));
};

/** What the call asked for, what we wrote in its place, and isn't as they wanted it now. */
const lostBy = (
  { call, eventId, eventTime, actor, requested }: CallCause,
  { outcome, to: writtenAt, values, changed }: WriteWindow,
  digests: { readonly [setting: string]: string },
): readonly LostUpdate[] => {
  const settings = (requested ?? []).flatMap(({ setting, value: theirs }) => {
    const ours = values[setting];
    const isLost =
      ours !== undefined &&
      !changed.includes(setting) &&
      !sameValue(ours, theirs) &&
      digests[setting] !== digestOf(theirs);
    return isLost ? [{ setting, ours, theirs }] : [];
  });
  // Of a call whose request isn't known, nobody can say that nothing was lost.
  if (settings.length === 0 && requested !== undefined) return [];
  return [{ kind: 'lost-update', outcome, writtenAt, call, eventId, eventTime, actor, settings }];
};
