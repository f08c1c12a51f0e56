import type { Applied } from '../../remediation/applied.ts';
import { concludeApplied } from '../../remediation/conclude.ts';
import type { Look } from '../../remediation/look.ts';
import type { OutcomeFrame } from '../../remediation/make-outcome.ts';
import type { Outcome } from '../../remediation/outcome.ts';

/**
 * The outcome of what a person had written. A person asked for the whole: what was written of it beside a refusal is
 * a part, and where nothing was written nobody else has done it.
 * @param reason who had what done, in a sentence
 */
export const concludeDeed = (frame: OutcomeFrame, look: Look, applied: Applied, reason: string): Outcome => {
  const outcome = concludeApplied(frame, look, applied);
  const isPart = outcome.kind === 'remediated' && outcome.refusals.length > 0;
  const why = outcome.kind === 'failed' || outcome.kind === 'partly' ? outcome.reason : undefined;
  return {
    ...outcome,
    ...(isPart && { kind: 'partly' }),
    reason: why === undefined ? reason : `${reason} It stopped: ${why}`,
  };
};
