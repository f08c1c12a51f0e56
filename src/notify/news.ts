import type { Outcome, OutcomeFinding } from '../remediation/outcome.ts';

/** True for a finding that people are told: what somebody accepted and what waits for a person is only listed. */
export const isTold = ({ exemption, left }: Pick<OutcomeFinding, 'exemption' | 'left'>): boolean =>
  exemption === undefined && left?.kind !== 'debt';

/** The findings of an outcome that people are told. */
export const toldFindings = ({ findings }: Outcome): readonly OutcomeFinding[] => findings.filter(isTold);

/** Nobody did anything, and nobody asked: what stands at the pool is told by the sweep's digest. */
const isSweptOnly = ({ causes }: Outcome): boolean => causes.every(({ kind }) => kind === 'sweep');

/** True where people must hear of an outcome: not where they know it already. What the past adds is always news, but of a look that another answers for. */
export const isNews = (outcome: Outcome): boolean => {
  if (outcome.kind === 'covered' || outcome.quiet) return false;
  if (outcome.remarks.length > 0) return true;
  const told = outcome.causes.some((cause) => cause.kind === 'call' && !cause.governed);
  switch (outcome.kind) {
    case 'ignored':
      return false;
    case 'remediated':
    case 'partly':
    case 'refused':
    case 'failed':
      return true;
    case 'planned':
      return outcome.causes.some((cause) => cause.kind === 'call');
    case 'gone':
      return outcome.causes.some((cause) => cause.kind === 'call' && cause.call === 'DeleteUserPool');
    case 'reported':
      return !isSweptOnly(outcome) && (told || toldFindings(outcome).length > 0);
    case 'paused':
    case 'compliant':
      return told || toldFindings(outcome).length > 0;
  }
};
