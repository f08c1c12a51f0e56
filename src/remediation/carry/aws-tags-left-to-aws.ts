import { isJsonObject } from '../../pool/json.ts';
import type { CarryStep } from './carry-rule.ts';

/**
 * Tags whose key begins with aws: are AWS's own (a stack's name, for instance): nobody else can set, change or
 * remove them, so a request that leaves them out can't lose them, and one that holds them may be refused.
 * Source: tag naming limits, AWS tagging best practices.
 */
export const awsTagsLeftToAws: CarryStep = (tree) => {
  const { UserPoolTags: tags } = tree;
  if (!isJsonObject(tags)) return tree;
  const all = Object.entries(tags);
  const own = all.filter(([key]) => !key.toLowerCase().startsWith('aws:'));
  return own.length === all.length ? tree : { ...tree, UserPoolTags: Object.fromEntries(own) };
};
