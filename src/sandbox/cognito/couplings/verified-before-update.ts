import { invalidParameter } from '../../answer.ts';
import { objectAt, stringsAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** Text: github.com/ekristen/aws-nuke/issues/477. */
export const verifiedBeforeUpdate: Coupling = ({ after }) => {
  const verified = stringsAt(after.settings, 'AutoVerifiedAttributes');
  const guarded = stringsAt(
    objectAt(after.settings, 'UserAttributeUpdateSettings'),
    'AttributesRequireVerificationBeforeUpdate',
  );
  if (guarded.every((attribute) => verified.includes(attribute))) return undefined;
  return invalidParameter(
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  );
};
