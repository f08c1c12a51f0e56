import { LeaseLostError } from '../ledger/errors.ts';
import type { Lease } from '../ledger/ledger.ts';
import type { Finding } from '../policy/finding.ts';
import type { ApplyTools } from '../remediation/apply-tools.ts';
import type { OutcomeFrame } from '../remediation/make-outcome.ts';
import { type OpenOutcome, openOutcome } from '../remediation/open-outcome.ts';
import type { World } from '../world.ts';

/** What is remembered of a plan while it is carried out. */
export interface PlanMemory {
  /** Stores plan and pre-image before each write; where the lease was lost it throws LeaseLostError. */
  readonly remember: ApplyTools['remember'];
  /** The pool just before the first write; undefined where nothing was remembered. */
  readonly preImage: () => OpenOutcome['preImage'] | undefined;
}

/**
 * Remembers a plan in the ledger, so that a crash can be finished and a remediation undone.
 * @param frame asked for anew at each write
 * @param findings what was found at first
 */
export const planMemory = (
  { ledger, now }: Pick<World, 'ledger' | 'now'>,
  lease: Lease,
  frame: () => OutcomeFrame,
  findings: readonly Finding[],
): PlanMemory => {
  let remembered: OpenOutcome | undefined;
  return {
    remember: async (look, progress) => {
      const open = openOutcome(frame(), findings, look, progress);
      if (!(await ledger.remember(lease, open, now().toISOString()))) throw new LeaseLostError(lease);
      remembered = open;
    },
    preImage: () => remembered?.preImage,
  };
};
