import type { Outcome, OutcomeFinding } from '../remediation/outcome.ts';
import type { Refusal } from '../remediation/refusal.ts';

/**
 * Why a finding could not be put right. A refusal that names no setting of any finding is about all that would have
 * been put right.
 * @returns undefined where it was, or where nobody meant to
 */
export const refusalOf = (
  finding: OutcomeFinding,
  { findings, changes, refusals }: Pick<Outcome, 'findings' | 'changes' | 'refusals'>,
): Refusal | undefined => {
  if (finding.resolved || !isToBePutRight(finding)) return undefined;
  if (changes.some(({ setting }) => setting === finding.setting)) return undefined;
  return (
    refusals.find(({ settings }) => settings.includes(finding.setting)) ??
    refusals.find(({ settings }) => !findings.some(({ setting }) => settings.includes(setting)))
  );
};

/** True for a finding that is put right where that can be. */
export const isToBePutRight = ({ mode, left, exemption }: OutcomeFinding): boolean =>
  mode === 'remediate' && !left && !exemption;
