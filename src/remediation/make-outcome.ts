import type { Cause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import type { PoolOwner } from '../policy/owner.ts';
import { mergedOwners } from '../policy/owners-of.ts';
import { dateOf } from '../pool/date-of.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { nameOf, type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { sameValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import { unknownMembers } from '../pool/unknown-members.ts';
import type { Look } from './look.ts';
import type { Outcome, OutcomeFinding, OutcomeKind } from './outcome.ts';

/** What every outcome has, whatever came of the look. */
export interface OutcomeFrame {
  readonly id: string;
  readonly pool: PoolRef;
  /** Whose pool it is as far as that is known without a look at its tags; nobody's, if not said. */
  readonly owners?: readonly PoolOwner[];
  readonly causes: readonly Cause[];
  readonly causesOmitted?: number;
  readonly policyDigest: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** An outcome without a look: a pool that is gone, a trigger that is covered. */
export const outcomeWithoutLook = (frame: OutcomeFrame, kind: OutcomeKind, reason: string): Outcome => ({
  ...emptyOutcome(frame, kind),
  pool: { ...frame.pool, name: null },
  ...owned(frame.owners),
  reason,
});

/** The outcome where there was nothing to look at. */
export const outcomeOfGone = (frame: OutcomeFrame): Outcome =>
  outcomeWithoutLook(frame, 'gone', 'There is no such user pool, or no longer.');

/** The outcome of an event that names no pool to look at. */
export const outcomeOfIgnored = (frame: Omit<OutcomeFrame, 'pool' | 'owners'>, reason: string): Outcome => ({
  ...emptyOutcome(frame, 'ignored'),
  reason,
});

/**
 * The outcome of a look.
 * @param first what was seen at first: its findings say what was found
 * @param after what was seen last: it says what the settings are now, and which rules hold
 */
export const outcomeOfLook = (
  frame: OutcomeFrame,
  kind: OutcomeKind,
  first: Look,
  after: Look,
  rest: Partial<Pick<Outcome, 'reason' | 'changes' | 'carried' | 'refusals' | 'sideEffects' | 'fixedAt'>>,
): Outcome => ({
  ...emptyOutcome(frame, kind),
  causes: frame.causes.map(withAsked(first.evaluation.findings)),
  pool: seenPool(frame.pool, after.snapshot),
  ...owned(mergedOwners(frame.owners ?? [], after.evaluation.owners)),
  findings: findingsNow(first, after),
  unknownSettings: unknownMembers(after.snapshot),
  ...rest,
});

const seenPool = (pool: PoolRef, snapshot: PoolSnapshot): NonNullable<Outcome['pool']> => {
  const createdAt = dateOf(snapshot, 'CreationDate');
  return { ...pool, name: nameOf(snapshot), ...(createdAt !== undefined && { createdAt }) };
};

const owned = (owners: readonly PoolOwner[] = []): Pick<Outcome, 'owners'> =>
  owners.length === 0 ? {} : { owners };

const emptyOutcome = (
  { id, causes, causesOmitted, policyDigest, startedAt, endedAt }: Omit<OutcomeFrame, 'pool' | 'owners'>,
  kind: OutcomeKind,
): Outcome => ({
  schema: 'cognito-lifeguard/outcome/1',
  id,
  kind,
  causes: causes.map(withoutRequest),
  ...(causesOmitted !== undefined && { causesOmitted }),
  findings: [],
  changes: [],
  carried: 0,
  refusals: [],
  sideEffects: [],
  unknownSettings: [],
  remarks: [],
  policyDigest,
  startedAt,
  endedAt,
});

/** What a call asked for is compared, and leaves only as a remark: a whole request is nobody's business. */
const withoutRequest = (cause: Cause): Cause => {
  if (cause.kind !== 'call') return cause;
  const { requested, ...rest } = cause;
  return rest;
};

/** The same, with what of the findings the call had asked for: of several calls that one is told first. */
const withAsked =
  (findings: readonly Finding[]) =>
  (cause: Cause): Cause => {
    if (cause.kind !== 'call') return cause;
    const asked = (cause.requested ?? [])
      .filter(({ setting, value }) =>
        findings.some((finding) => finding.setting === setting && sameValue(finding.found, value)),
      )
      .map(({ setting }) => setting);
    return { ...withoutRequest(cause), ...(asked.length > 0 && { asked }) };
  };

/** A look as it would be told: with what was found before it, by a process that is gone. */
export const withFindings = (look: Look, findings: readonly Finding[]): Look => {
  const newer = look.evaluation.findings.filter(
    (finding) => !findings.some((known) => sameRule(known, finding)),
  );
  return { ...look, evaluation: { ...look.evaluation, findings: [...findings, ...newer] } };
};

const sameRule = (left: Finding, right: Finding): boolean =>
  left.policy === right.policy && left.rule === right.rule;

/** What was found at first, and what the last look found besides, each with the value that the setting has now. */
const findingsNow = (first: Look, after: Look): OutcomeFinding[] => {
  const { findings: remaining } = after.evaluation;
  const { findings: found } = first.evaluation;
  const added = remaining.filter((finding) => !found.some((known) => sameRule(known, finding)));
  return [...found, ...added].map((finding) => ({
    ...finding,
    now: readSetting(after.snapshot, settingAt(finding.setting)),
    resolved: !remaining.some((other) => sameRule(other, finding)),
  }));
};
