import type { DraftRule } from '../draft.ts';
import { defaultTextDropped } from './default-text-dropped.ts';
import { deviceRemembering } from './device-remembering.ts';
import { mfaFactor } from './mfa-factor.ts';
import { mfaOffDropsFactors } from './mfa-off-drops-factors.ts';
import { preTokenFunctionsEqual } from './pre-token-functions-equal.ts';
import { tierRestored } from './tier-restored.ts';
import { triggerVersions } from './trigger-versions.ts';
import { verifiedBeforeUpdate } from './verified-before-update.ts';

/** What AWS forces beside what a rule asks for. */
export const couplings: readonly DraftRule[] = [
  preTokenFunctionsEqual,
  triggerVersions,
  tierRestored,
  deviceRemembering,
  verifiedBeforeUpdate,
  mfaFactor,
  mfaOffDropsFactors,
  defaultTextDropped,
];
