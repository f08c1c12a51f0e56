import { invalidParameter } from '../../answer.ts';
import { objectAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/**
 * TemporaryPasswordValidityDays replaced UnusedAccountValidityDays: never both, and never the old one again
 * once a pool has the new one. Text: github.com/aws/aws-sdk-js/issues/3817.
 */
export const oneTemporaryValidity: Coupling = ({ request, before }) => {
  const legacy = objectAt(request, 'AdminCreateUserConfig').UnusedAccountValidityDays;
  if (legacy === undefined) return undefined;
  const current = objectAt(objectAt(request, 'Policies'), 'PasswordPolicy').TemporaryPasswordValidityDays;
  if (current === undefined && !before?.temporaryValidityChosen) return undefined;
  return invalidParameter(
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  );
};
