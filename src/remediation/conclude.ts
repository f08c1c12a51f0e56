import type { Applied, Progress } from './applied.ts';
import type { Look } from './look.ts';
import { type OutcomeFrame, outcomeOfGone, outcomeOfLook } from './make-outcome.ts';
import type { OpenOutcome } from './open-outcome.ts';
import type { Outcome } from './outcome.ts';
import { snapshotBefore } from './pre-image.ts';
import type { SettingChange } from './setting-change.ts';
import { sideEffects } from './side-effects.ts';

/** The outcome of a look that led to no write: compliant, reported, refused, or `planned` where nobody asked to write. */
export const concludeLook = (frame: OutcomeFrame, look: Look): Outcome => {
  const { changes, refusals, carried } = look.plan;
  const findings = look.evaluation.findings.filter(({ exemption }) => exemption === undefined);
  if (changes.length > 0) return outcomeOfLook(frame, 'planned', look, look, { changes, refusals, carried });
  if (refusals.length > 0) return outcomeOfLook(frame, 'refused', look, look, { refusals });
  if (findings.length > 0) return outcomeOfLook(frame, 'reported', look, look, {});
  const ungoverned = frame.causes.flatMap((cause) =>
    cause.kind === 'call' && !cause.governed ? [cause.call] : [],
  );
  if (ungoverned.length === 0) return outcomeOfLook(frame, 'compliant', look, look, {});
  const calls = [...new Set(ungoverned)].join(', ');
  return outcomeOfLook(frame, 'reported', look, look, { reason: `Policy files don't govern ${calls}.` });
};

/**
 * The outcome of a plan that was carried out.
 * @param first the look that found what was wrong: the write may have followed a later one
 */
export const concludeApplied = (frame: OutcomeFrame, first: Look, applied: Applied): Outcome => {
  switch (applied.kind) {
    case 'gone':
      return outcomeOfGone(frame);
    case 'written': {
      const { before, after, changes } = applied;
      return outcomeOfLook(frame, 'remediated', first, after, {
        ...whatWasWritten(before, after, changes),
        refusals: after.plan.refusals,
      });
    }
    case 'not-needed': {
      const { refusals } = applied.after.plan;
      return outcomeOfLook(frame, refusals.length > 0 ? 'refused' : 'reported', first, applied.after, {
        refusals,
        reason: 'Somebody else put it right before we wrote.',
      });
    }
    case 'held': {
      const { refusals } = applied.after.plan;
      return outcomeOfLook(frame, 'paused', first, applied.after, { refusals, reason: applied.reason });
    }
    case 'stopped': {
      const { before, after, changes, stop } = applied;
      const refusals = [...after.plan.refusals, ...(stop.kind === 'refused' ? stop.refusals : [])];
      const rest = { refusals, ...(stop.kind === 'failed' && { reason: `${stop.reason}.` }) };
      if (!before || changes.length === 0) return outcomeOfLook(frame, stop.kind, first, after, rest);
      return outcomeOfLook(frame, 'partly', first, after, {
        ...whatWasWritten(before, after, changes),
        ...rest,
      });
    }
  }
};

/**
 * What became of a plan that waits.
 * @param progress what a process that is gone had written of it: then it was stopped half-way
 */
export const concludeHeld = (look: Look, { written, before }: Progress, reason: string): Applied =>
  before && written.length > 0
    ? {
        kind: 'stopped',
        before,
        after: look,
        changes: written,
        stop: { kind: 'failed', reason: reason.replace(/\.$/, '') },
      }
    : { kind: 'held', after: look, reason };

/**
 * The outcome of a write whose story was cut off by a crash, told from what was remembered before it.
 * @param look what is now: the open outcome's changes are in place
 */
export const concludeOpen = (frame: OutcomeFrame, open: OpenOutcome, look: Look): Outcome => {
  const before = { ...look, snapshot: snapshotBefore(open, look.snapshot) };
  const first = { ...look, evaluation: { ...look.evaluation, findings: open.findings } };
  return outcomeOfLook(frame, 'remediated', first, look, {
    ...whatWasWritten(before, look, open.changes),
    carried: open.carried,
    refusals: look.plan.refusals,
  });
};

const whatWasWritten = (before: Look, after: Look, changes: readonly SettingChange[]) => ({
  changes,
  carried: before.plan.carried,
  fixedAt: after.snapshot.takenAt,
  sideEffects: sideEffects(before.snapshot, after.snapshot, changes),
});
