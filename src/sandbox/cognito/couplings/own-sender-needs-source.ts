import { invalidParameter } from '../../answer.ts';
import { objectAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of EmailSendingAccount: with DEVELOPER, the ARN of the verified address goes in SourceArn. */
export const ownSenderNeedsSource: Coupling = ({ after }) => {
  const email = objectAt(after.settings, 'EmailConfiguration');
  if (email.EmailSendingAccount !== 'DEVELOPER' || email.SourceArn !== undefined) return undefined;
  return invalidParameter('SourceArn is required when EmailSendingAccount is DEVELOPER');
};
