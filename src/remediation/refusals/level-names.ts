import { type DraftRule, entriesOf, refuse, valueIn } from '../draft.ts';

/** What RFC 3986 allows in a URI. */
const uri = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

const defaults = Object.fromEntries(
  [1, 2, 3, 4].map((level) => [`Level${level}`, `urn:cognito:loa:${level}`]),
);

/** Names of authentication levels are URIs, each for one level, AWS's defaults included. Source: API reference. */
export const levelNames: DraftRule = (draft) => {
  const own = entriesOf(valueIn(draft, 'AcrConfiguration'));
  const names = Object.values({ ...defaults, ...own });
  if (names.every((name) => uri.test(name)) && new Set(names).size === names.length) return draft;
  return refuse(draft, ['AcrConfiguration'], {
    code: 'level-names',
    reason: 'Names of authentication levels must be URIs, and no two levels may have the same one.',
    next: 'Correct the names in the rule.',
  });
};
