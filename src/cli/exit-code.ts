import type { Outcome } from '../remediation/outcome.ts';
import { answeredRefusalCodes, type RefusalCode } from '../remediation/refusal.ts';

/** What the command's exit status says; of several, the highest is given. */
export const exitCode = {
  /** Compliant, or put right. */
  compliant: 0,
  /** Findings or refusals remain. */
  findings: 1,
  /** A mistake in how the command was called, or in a policy file. */
  usage: 2,
  /** AWS refused, or could not be reached. */
  aws: 3,
  /** Some of what was planned was written, some was not. */
  partly: 4,
  /** A defect of this command: the stack trace says where. `sysexits.h` calls it EX_SOFTWARE. */
  defect: 70,
} as const;

const refusedByAws: readonly RefusalCode[] = answeredRefusalCodes;

/** The exit status that one outcome asks for. */
export const exitCodeOf = ({ kind, findings, refusals }: Outcome): number => {
  if (kind === 'partly') return exitCode.partly;
  if (kind === 'failed' || refusals.some(({ code }) => refusedByAws.includes(code))) return exitCode.aws;
  const remain = refusals.length > 0 || findings.some(({ resolved, exemption }) => !resolved && !exemption);
  return remain ? exitCode.findings : exitCode.compliant;
};

/** The exit status of a run over several pools or events. */
export const worst = (codes: readonly number[]): number => Math.max(exitCode.compliant, ...codes);
