import type { Refused } from '../../answer.ts';
import { acrNames } from './acr-names.ts';
import { customerKey } from './customer-key.ts';
import { emailMfa } from './email-mfa.ts';
import { firstFactors } from './first-factors.ts';
import { linkOrCode } from './link-or-code.ts';
import { mfaAndFirstFactors } from './mfa-and-first-factors.ts';
import { mfaAtCreation } from './mfa-at-creation.ts';
import { mfaByItsOwnCall } from './mfa-by-its-own-call.ts';
import { mfaByUpdate } from './mfa-by-update.ts';
import { onePreTokenFunction } from './one-pre-token-function.ts';
import { oneSmsSender } from './one-sms-sender.ts';
import { oneTemporaryValidity } from './one-temporary-validity.ts';
import { ownSenderNeedsSource } from './own-sender-needs-source.ts';
import { phoneRecovery } from './phone-recovery.ts';
import { phoneVerificationNeedsSms } from './phone-verification-needs-sms.ts';
import type { Coupling, ProposedPool } from './proposed-pool.ts';
import { smsInOwnRegion } from './sms-in-own-region.ts';
import { soundSmsRole } from './sound-sms-role.ts';
import { tagRules } from './tag-rules.ts';
import { tierChange, tierFeatures } from './tier-features.ts';
import { verifiedBeforeUpdate } from './verified-before-update.ts';

/** In the order in which the sandbox answers: what is wrong in the request itself before what is wrong around it. */
const COUPLINGS: readonly Coupling[] = [
  oneTemporaryValidity,
  linkOrCode,
  oneSmsSender,
  smsInOwnRegion,
  verifiedBeforeUpdate,
  phoneVerificationNeedsSms,
  onePreTokenFunction,
  ownSenderNeedsSource,
  customerKey,
  acrNames,
  tagRules,
  firstFactors,
  tierChange,
  tierFeatures,
  mfaAtCreation,
  mfaByUpdate,
  mfaByItsOwnCall,
  mfaAndFirstFactors,
  emailMfa,
  phoneRecovery,
  soundSmsRole,
];

/** AWS's refusal of a write whose members are well formed and don't go together, or undefined. */
export function refusalOf(proposed: ProposedPool): Refused | undefined {
  for (const coupling of COUPLINGS) {
    const refusal = coupling(proposed);
    if (refusal) return refusal;
  }
  return undefined;
}
