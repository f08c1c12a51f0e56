import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import {
  count,
  deedOf,
  deletionOf,
  type NoticeFacts,
  poolTitle,
  shortSetting,
  toldCalls,
} from './notice-facts.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { leadStory } from './remarks/lead-story.ts';
import { resultOf } from './result.ts';
import { type Words, words } from './words.ts';

/** `checkout-users MinimumLength is 8`, or `5 settings of checkout-users`. */
const unfixed = (pool: string, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  if (!row) return words`${pool}`;
  return more.length === 0
    ? words`${pool} ${[shortSetting(row.setting)]} is ${showValue(row.now)}`
    : words`${[count(rows.length, 'setting')]} of ${pool}`;
};

const fixed = (pool: string, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  if (!row || more.length > 0) return words`${[count(rows.length, 'setting')]} of ${pool}`;
  return words`${pool} ${[shortSetting(row.setting)]} found ${showValue(row.found)}, now ${showValue(row.now)}`;
};

const subject = (facts: NoticeFacts): Words => {
  const { outcome, settings } = facts;
  const pool = poolTitle(facts);
  const done = settings.filter((row) => row.fixed);
  const left = settings.filter((row) => !row.fixed);
  switch (outcome.kind) {
    case 'remediated':
      return left.length === 0
        ? fixed(pool, done)
        : words`${fixed(pool, done)}; ${left.length} ${[outcome.refusals.length > 0 ? 'not fixed' : 'left as found']}`;
    case 'partly':
      return words`${pool}, ${done.length} of ${[count(settings.length, 'setting')]}`;
    case 'refused':
      return words`${unfixed(pool, left)} (${[outcome.refusals[0]?.code ?? 'refused']})`;
    case 'gone': {
      const call = deletionOf(facts);
      return call ? words`${pool}, by ${actorName(call.actor)}` : words`${pool}`;
    }
    default:
      return unfixed(pool, left);
  }
};

/**
 * The result and its subject in a few words, result first: `Fixed in prod-eu: checkout-users MinimumLength
 * found 8, now 14`. The gravest call that policy files don't speak of stands beside the result, where no name that
 * somebody chose can push it out of a subject line: `Fixed (and CreateIdentityProvider) in prod-eu: …`.
 */
export const headlineOf = (facts: NoticeFacts): Words => {
  const { outcome, accountAlias } = facts;
  const place = accountAlias === undefined ? [] : words` in ${accountAlias}`;
  const [told] = outcome.kind === 'gone' ? [] : toldCalls(facts);
  const besides = told ? words` (and ${told.call.call})` : [];
  const lead = leadStory(facts);
  if (lead) {
    const about = lead.place === 'first' || facts.settings.length === 0 ? lead.subject : subject(facts);
    return words`${[lead.result]}${besides}${place}: ${about}`;
  }
  if (facts.settings.length === 0 && outcome.kind !== 'failed' && told)
    return words`Changed${place}: ${poolTitle(facts)}, ${deedOf(told.call)}`;
  return words`${[resultOf(facts)]}${besides}${place}: ${subject(facts)}`;
};
