import { invalidParameter, type Refused } from '../../answer.ts';
import { type JsonObject, objectAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/**
 * AWS's rules for all tags: at most 50, and `aws:` is AWS's own prefix.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function brokenTagRule(tags: JsonObject): Refused | undefined {
  const keys = Object.keys(tags);
  if (keys.length > 50) return invalidParameter('A user pool can have at most 50 tags');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    return invalidParameter('Tag keys that begin with aws: are reserved');
  }
  return undefined;
}

export const tagRules: Coupling = ({ request }) => brokenTagRule(objectAt(request, 'UserPoolTags'));
