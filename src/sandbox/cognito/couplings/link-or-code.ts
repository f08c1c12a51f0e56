import { invalidParameter } from '../../answer.ts';
import { objectAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of VerificationMessageTemplate: both forms of the mail, whichever is chosen, are an error. */
export const linkOrCode: Coupling = ({ request }) => {
  const template = objectAt(request, 'VerificationMessageTemplate');
  if (template.EmailMessage === undefined || template.EmailMessageByLink === undefined) return undefined;
  return invalidParameter('VerificationMessageTemplate takes EmailMessage or EmailMessageByLink, not both');
};
