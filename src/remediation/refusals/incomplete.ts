import type { SettingPath } from '../../pool/settings.ts';
import { type DraftRule, refuseFirst, valueIn } from '../draft.ts';

/** Of each pair AWS takes the first only with the second. Sources: the service model's required members, API reference. */
const pairs: readonly (readonly [SettingPath, SettingPath, string?])[] = [
  ['LambdaConfig.PreTokenGenerationConfig.LambdaVersion', 'LambdaConfig.PreTokenGenerationConfig.LambdaArn'],
  ['LambdaConfig.CustomSMSSender.LambdaVersion', 'LambdaConfig.CustomSMSSender.LambdaArn'],
  ['LambdaConfig.CustomEmailSender.LambdaVersion', 'LambdaConfig.CustomEmailSender.LambdaArn'],
  ['LambdaConfig.InboundFederation.LambdaVersion', 'LambdaConfig.InboundFederation.LambdaArn'],
  ['LambdaConfig.PreTokenGenerationConfig.LambdaArn', 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion'],
  ['LambdaConfig.CustomSMSSender.LambdaArn', 'LambdaConfig.CustomSMSSender.LambdaVersion'],
  ['LambdaConfig.CustomEmailSender.LambdaArn', 'LambdaConfig.CustomEmailSender.LambdaVersion'],
  ['LambdaConfig.InboundFederation.LambdaArn', 'LambdaConfig.InboundFederation.LambdaVersion'],
  ['KeyConfiguration.KeyType', 'KeyConfiguration.KmsKeyArn', 'CUSTOMER_MANAGED_KEY'],
  ['EmailConfiguration.EmailSendingAccount', 'EmailConfiguration.SourceArn', 'DEVELOPER'],
];

/** A structure that AWS requires more of than the rules say. */
export const incomplete: DraftRule = (draft) => {
  for (const [setting, needed, onlyFor] of pairs) {
    const value = valueIn(draft, setting);
    if (value === null || (onlyFor !== undefined && value !== onlyFor) || valueIn(draft, needed) !== null)
      continue;
    const refused = refuseFirst(draft, [setting, needed], {
      code: 'incomplete',
      reason: `AWS takes ${setting} ${String(value)} only together with ${needed}, which the pool would lack.`,
      next: `Add a rule that names ${needed}.`,
    });
    if (refused !== draft) return refused;
  }
  return draft;
};
