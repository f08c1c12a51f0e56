import { createHash } from 'node:crypto';
import type { Target } from '@aws-sdk/client-eventbridge';
import { canonicalJson } from '../../ledger/canonical-json.ts';

/**
 * What a rule hands to a target in place of the event: a constant, a part of the event, or a text made of it. As the first
 * characters of a digest, since texts are long and a parameter is small.
 * @returns undefined where the event is handed over as it is
 */
export const inputDigest = ({
  Input,
  InputPath,
  InputTransformer,
}: Pick<Target, 'Input' | 'InputPath' | 'InputTransformer'>): string | undefined => {
  const given = { Input, InputPath, InputTransformer };
  if (Object.values(given).every((each) => each === undefined)) return undefined;
  return createHash('sha256').update(canonicalJson(given)).digest('hex').slice(0, 16);
};
