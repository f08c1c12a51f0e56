import { type DraftRule, refuseFirst, valueIn } from '../draft.ts';

const code = 'VerificationMessageTemplate.EmailMessage';
const link = 'VerificationMessageTemplate.EmailMessageByLink';

/** AWS documents that a template with both mails, by code and by link, is an error. */
export const linkOrCode: DraftRule = (draft) => {
  if (valueIn(draft, code) === null || valueIn(draft, link) === null) return draft;
  return refuseFirst(draft, [code, link], {
    code: 'link-or-code',
    reason: 'A pool has a mail by code or a mail by link of its own, not both.',
    next: 'Decide for one; a rule that asks for the other one to be absent makes room.',
  });
};
