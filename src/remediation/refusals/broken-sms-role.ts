import { type DraftRule, refuse } from '../draft.ts';

/**
 * A role that Cognito can't use for SMS messages fails every update of the pool, whatever it changes (nx-plugin-for-aws
 * #631). Describe tells it beforehand; the account's SMS sandbox, which it tells in the same place, is no obstacle.
 */
export const brokenSmsRole: DraftRule = (draft) => {
  const failure = draft.snapshot.userPool.SmsConfigurationFailure;
  if (typeof failure !== 'string' || !failure.includes('InvalidSmsRole')) return draft;
  return refuse(
    draft,
    draft.changes.map(({ setting }) => setting),
    {
      code: 'broken-sms-role',
      reason: `AWS can’t use the pool’s SMS role and refuses every change until it can: ${failure}.`,
      next: 'Repair the role in SmsConfiguration.',
    },
  );
};
