import type { SettingPath } from '../../pool/settings.ts';
import { type DraftRule, refuseFirst, valueIn } from '../draft.ts';

const sns = 'SmsConfiguration.SnsCallerArn';
const eums = 'SmsConfiguration.EumsSms.CallerArn';
const members: readonly SettingPath[] = [
  'SmsConfiguration.ExternalId',
  'SmsConfiguration.SnsRegion',
  'SmsConfiguration.EumsSms.ExternalId',
  'SmsConfiguration.EumsSms.OriginationIdentity',
  'SmsConfiguration.EumsSms.ConfigurationSetName',
  'SmsConfiguration.EumsSms.InEntityId',
  'SmsConfiguration.EumsSms.InTemplateId',
  'SmsConfiguration.EumsSms.Region',
];

/** A pool sends with SNS or with End User Messaging, in its own Region, and never stops sending. Source: API reference. */
export const smsSender: DraftRule = (draft) => {
  const isSet = (path: SettingPath): boolean => valueIn(draft, path) !== null;
  const [usesSns, usesEums] = [isSet(sns), isSet(eums)];
  if (usesSns && usesEums)
    return refuseFirst(draft, [sns, eums], {
      code: 'one-sms-sender',
      reason: 'A pool sends SMS messages with SNS or with End User Messaging, not with both.',
      next: 'Decide for one; a rule that asks for the other one to be absent makes room.',
    });
  if (!usesSns && !usesEums && members.some(isSet))
    return refuseFirst(draft, [...members, sns, eums], {
      code: 'incomplete',
      reason: 'SmsConfiguration needs the role that sends: SnsCallerArn or EumsSms.CallerArn.',
      next: 'Give the pool an SmsConfiguration first: it needs a role that only you can choose.',
    });
  const eumsMembers = members.filter((path) => path.includes('.EumsSms.') && isSet(path));
  if (!usesEums && eumsMembers.length > 0)
    return refuseFirst(draft, [...eumsMembers, eums], {
      code: 'incomplete',
      reason: 'SmsConfiguration.EumsSms needs the role that sends: CallerArn.',
      next: 'Name the role in a rule on SmsConfiguration.EumsSms.CallerArn.',
    });
  const region = valueIn(draft, 'SmsConfiguration.EumsSms.Region');
  if (region === null || region === draft.snapshot.pool.region) return draft;
  return refuseFirst(draft, ['SmsConfiguration.EumsSms.Region'], {
    code: 'sms-region',
    reason: `End User Messaging must be in the pool’s own Region, ${draft.snapshot.pool.region}.`,
    next: 'Scope the rule by Region.',
  });
};
