import { invalidParameter } from '../../answer.ts';
import { objectAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of KmsKeyArn: without it AWS's own keys are used, so a customer's key needs it. */
export const customerKey: Coupling = ({ after }) => {
  const key = objectAt(after.settings, 'KeyConfiguration');
  if (key.KeyType !== 'CUSTOMER_MANAGED_KEY' || key.KmsKeyArn !== undefined) return undefined;
  return invalidParameter('KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY');
};
