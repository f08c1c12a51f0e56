import { sameValue } from '../../pool/setting-value.ts';
import { type DraftRule, entriesOf, refuse, valueIn, valueNow } from '../draft.ts';

const isReserved = (key: string): boolean => key.toLowerCase().startsWith('aws:');

/**
 * AWS's rules for tags: at most 50 of one's own; those whose key begins with aws: are AWS's, and
 * nobody else sets, changes or removes them. Source: tag naming limits, AWS tagging best practices.
 */
export const tagRules: DraftRule = (draft) => {
  const tags = Object.entries(entriesOf(valueIn(draft, 'UserPoolTags')));
  const now = entriesOf(valueNow(draft, 'UserPoolTags'));
  const own = tags.filter(([key]) => !isReserved(key));
  const reserved = Object.fromEntries(tags.filter(([key]) => isReserved(key)));
  const reservedNow = Object.fromEntries(Object.entries(now).filter(([key]) => isReserved(key)));
  if (own.length <= 50 && sameValue(reserved, reservedNow)) return draft;
  return refuse(draft, ['UserPoolTags'], {
    code: 'tag-rules',
    reason:
      'AWS wouldn’t take the tags: over 50, or others than now among those that begin with aws:, which are its own.',
    next: 'Correct the tags in the rule, or remove some from the pool.',
  });
};
