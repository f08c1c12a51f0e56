import { createHash } from 'node:crypto';
import type { CallCause } from '../change/cause.ts';
import { roleOf } from '../change/role-of.ts';
import type { Notice } from '../notify/notice.ts';
import type { OutcomeDetails } from '../notify/outcome-details.ts';

/** True for the notice of a look. */
export const isOfALook = (notice: Notice): notice is Notice<OutcomeDetails> => notice.about === 'outcome';

/** The recorded calls of a notice, the gravest first. */
export const callsIn = ({ details }: Notice<OutcomeDetails>): readonly CallCause[] =>
  details.causes.filter((cause) => cause.kind === 'call');

/**
 * What a notice says, as a hash: pool, rules, values and who called, and what the past adds. Times, counts and ids are
 * left out, so that the same weakening twice says the same. What policy files don't speak of (an app client, an
 * identity provider) is another thing each time: two calls of one name may have made two different ones.
 * @returns undefined for what is never a repeat
 */
export const noticeKey = (notice: Notice): string | undefined => {
  if (!isOfALook(notice)) return undefined;
  const { kind, settings, details } = notice;
  const calls = callsIn(notice);
  const isDenied = details.remarks.some((remark) => remark.kind === 'denied');
  // A call that AWS refused made nothing.
  const isMaking = calls.some(({ governed }) => !governed) && !isDenied;
  if (isMaking || details.causesOmitted !== undefined) return undefined;
  const said = [
    details.pool.arn,
    kind,
    settings.map(({ setting, found, now, rules }) => [setting, found, now, rules]),
    details.changes.map(({ setting, to }) => [setting, to]),
    details.refusals.map(({ code, settings: refused }) => [code, refused]),
    details.sideEffects,
    details.unknownSettings,
    // The second time says the same as the first; an hour later it is told, and says so.
    details.remarks
      .filter((remark) => remark.kind !== 'brought-back')
      .map((remark) => [remark.kind, remarkOf(remark)]),
    [...new Set(calls.map(({ call, actor }) => `${isDenied ? call : ''} ${roleOf(actor)}`))].toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
};

type Remark = OutcomeDetails['remarks'][number];

/** What a remark says besides when and how often. */
const remarkOf = (remark: Remark): unknown => {
  switch (remark.kind) {
    case 'brought-back':
    case 'changed-unseen':
    case 'newly-refused':
    case 'war':
      return remark.settings;
    case 'put-back':
      return remark.claims.map(({ setting, claimed, rule }) => [setting, claimed, rule]);
    case 'lost-update':
      return remark.eventId;
    case 'left-scope':
      return remark.policies;
    case 'back-in-compliance':
      return [remark.rules, remark.unbound];
    case 'denied':
      return remark.error;
    case 'still-wrong':
      return remark.days;
    case 'memory-lost':
    case 'war-over':
      return null;
  }
};
