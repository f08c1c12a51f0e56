import type { SettingValue } from '../../pool/setting-value.ts';
import { type DraftRule, refuse, valueIn, valueNow } from '../draft.ts';

const asTags = (value: SettingValue): { readonly [key: string]: string } =>
  value !== null && typeof value === 'object' && !isList(value) ? value : {};

const isList = (value: object): value is readonly string[] => Array.isArray(value);

/** AWS's rules for tags: at most 50 of one's own, keys 1-128, values 0-256, and no key that begins with aws:. */
export const tagRules: DraftRule = (draft) => {
  const tags = Object.entries(asTags(valueIn(draft, 'UserPoolTags')));
  const now = asTags(valueNow(draft, 'UserPoolTags'));
  const own = tags.filter(([key]) => !key.toLowerCase().startsWith('aws:'));
  const addsReserved = tags.some(([key]) => key.toLowerCase().startsWith('aws:') && !Object.hasOwn(now, key));
  const wellFormed = own.every(([key, text]) => key.length >= 1 && key.length <= 128 && text.length <= 256);
  if (own.length <= 50 && !addsReserved && wellFormed) return draft;
  return refuse(draft, ['UserPoolTags'], {
    code: 'tag-rules',
    reason:
      'The pool would have tags that AWS doesn’t take: over 50, too long, or with a key that begins with aws:.',
    next: 'Correct the tags in the rule, or remove some from the pool.',
  });
};
