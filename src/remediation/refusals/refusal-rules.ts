import type { DraftRule } from '../draft.ts';
import { brokenSmsRole } from './broken-sms-role.ts';
import { cost } from './cost.ts';
import { deviceRemembering } from './device-remembering.ts';
import { emailMfa } from './email-mfa.ts';
import { incomplete } from './incomplete.ts';
import { keptByRules } from './kept-by-rules.ts';
import { levelNames } from './level-names.ts';
import { linkOrCode } from './link-or-code.ts';
import { lockOut } from './lock-out.ts';
import { mfaAndFirstFactors } from './mfa-and-first-factors.ts';
import { mfaIsOff } from './mfa-is-off.ts';
import { needsMfaFactor } from './needs-mfa-factor.ts';
import { needsSmsConfiguration } from './needs-sms-configuration.ts';
import { needsTier } from './needs-tier.ts';
import { phoneRecovery } from './phone-recovery.ts';
import { preTokenFunction } from './pre-token-function.ts';
import { sensitive } from './sensitive.ts';
import { smsSender } from './sms-sender.ts';
import { smsStays } from './sms-stays.ts';
import { tagRules } from './tag-rules.ts';
import { tierInUse } from './tier-in-use.ts';
import { unknownSettings } from './unknown-settings.ts';
import { unsupportedFactor } from './unsupported-factor.ts';
import { verifiedBeforeUpdateRefused } from './verified-before-update.ts';

/** What we don't do: it could hurt, and nobody has permitted it. */
export const ourRefusals: readonly DraftRule[] = [
  sensitive,
  keptByRules,
  deviceRemembering,
  smsStays,
  lockOut,
  cost,
  unknownSettings,
];

/** What AWS refuses of the pool as a draft would leave it. */
export const refusalsOfAws: readonly DraftRule[] = [
  brokenSmsRole,
  unsupportedFactor,
  incomplete,
  smsSender,
  needsSmsConfiguration,
  linkOrCode,
  preTokenFunction,
  verifiedBeforeUpdateRefused,
  levelNames,
  tagRules,
  needsTier,
  tierInUse,
  needsMfaFactor,
  mfaIsOff,
  mfaAndFirstFactors,
  emailMfa,
  phoneRecovery,
];
