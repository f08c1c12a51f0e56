import { watchedCall } from '../change/watched-calls.ts';
import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import { duration } from './duration.ts';
import { afterCall, callsOf, count, type NoticeFacts, poolTitle, shortSetting } from './notice-facts.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const required = (row: NoticeSetting): Words =>
  joinWords(
    row.required.map((text) => words`${text}`),
    ' and ',
  );

/** What the caller did, where the notice is about a call that policy files don't speak of. */
const told = (facts: NoticeFacts): Words => {
  const call = callsOf(facts).find((candidate) => !candidate.governed);
  if (!call) return [];
  const did = watchedCall(call.eventSource, call.call)?.did ?? `called ${call.call}`;
  return words`${actorName(call.actor)} ${own(did)}`;
};

/** `checkout-users MinimumLength is 8`, or `5 settings of checkout-users`. */
const subjectOf = (facts: NoticeFacts, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  const pool = poolTitle(facts);
  if (!row) return words`${pool}`;
  return more.length === 0
    ? words`${pool} ${own(shortSetting(row.setting))} is ${showValue(row.now)}`
    : words`${own(count(rows.length, 'setting'))} of ${pool}`;
};

const fixedHeadline = (facts: NoticeFacts, rows: readonly NoticeSetting[], left: number): Words => {
  const [row, ...more] = rows;
  const rest = left === 0 ? '' : `; ${left} left as found`;
  if (!row || more.length > 0)
    return words`${own(count(rows.length, 'setting'))} of ${poolTitle(facts)}${own(rest)}`;
  const values = words`found ${showValue(row.found)}, now ${showValue(row.now)}`;
  return words`${poolTitle(facts)} ${own(shortSetting(row.setting))} ${values}${own(rest)}`;
};

/**
 * The result and its subject in a few words, result first: `Fixed in prod-eu: checkout-users MinimumLength
 * found 8, now 14`.
 */
export const headlineOf = (facts: NoticeFacts): Words => {
  const { outcome, settings, accountAlias } = facts;
  const fixed = settings.filter((row) => row.fixed);
  const left = settings.filter((row) => !row.fixed);
  const place = accountAlias === undefined ? [] : words` in ${accountAlias}`;
  const say = (result: string, rest: Words): Words => words`${own(result)}${place}: ${rest}`;
  const pool = poolTitle(facts);
  switch (outcome.kind) {
    case 'remediated':
      return say('Fixed', fixedHeadline(facts, fixed, left.length));
    case 'planned':
      return say('Would fix', subjectOf(facts, settings));
    case 'partly':
      return say(
        'Partly fixed',
        words`${pool}, ${fixed.length} of ${own(count(settings.length, 'setting'))}`,
      );
    case 'refused':
      return say(
        "Can't fix",
        words`${subjectOf(facts, left)} (${own(outcome.refusals[0]?.code ?? 'refused')})`,
      );
    case 'failed':
      return say('Failed to fix', subjectOf(facts, left));
    case 'paused':
      return settings.length === 0
        ? say('Changed', words`${pool}, ${told(facts)}`)
        : say('Paused, not fixed', subjectOf(facts, left));
    case 'gone':
      return say(
        'Deleted',
        words`${pool}, by ${callsOf(facts).map(({ actor }) => actorName(actor))[0] ?? 'unknown'}`,
      );
    case 'reported':
      return settings.length === 0
        ? say('Changed', words`${pool}, ${told(facts)}`)
        : say('Not fixed', subjectOf(facts, left));
    case 'compliant':
    case 'covered':
    case 'ignored':
      return say('Changed', words`${pool}, ${told(facts)}`);
  }
};

const fixedSentence = (facts: NoticeFacts, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  const [call] = callsOf(facts);
  const { fixedAt } = facts.outcome;
  const gap = call && fixedAt !== undefined ? duration(call.eventTime, fixedAt) : undefined;
  const later = gap === undefined ? '' : ` ${gap} later`;
  const pool = poolTitle(facts);
  return row && more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is now ${showValue(row.now)}, as policy requires: it was found at ${showValue(row.found)}${afterCall(facts)}, and put right${own(later)}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are now as policy requires: they were found against it${afterCall(facts)}, and put right${own(later)}.`;
};

const unfixedSentence = (facts: NoticeFacts, rows: readonly NoticeSetting[], result: string): Words => {
  const [row, ...more] = rows;
  const pool = poolTitle(facts);
  if (!row) return words`${pool}${afterCall(facts)}: ${own(result)}.`;
  return more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is ${showValue(row.now)}${afterCall(facts)}, where policy requires ${required(row)}: ${own(result)}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are against policy${afterCall(facts)}: ${own(result)}.`;
};

const toldSentence = (facts: NoticeFacts): Words => {
  const call = callsOf(facts).find((candidate) => !candidate.governed);
  if (!call) return [];
  return words`On ${poolTitle(facts)}, ${told(facts)} (${own(call.call)}). Policy files don't speak of this yet: it is told, not judged, and was left as it is.`;
};

const sentencesOf = (facts: NoticeFacts): readonly Words[] => {
  const { outcome, settings } = facts;
  const fixed = settings.filter((row) => row.fixed);
  const left = settings.filter((row) => !row.fixed);
  const reason = outcome.reason === undefined ? [] : [prose(outcome.reason)];
  const toldToo = callsOf(facts).some((call) => !call.governed) ? [toldSentence(facts)] : [];
  switch (outcome.kind) {
    case 'remediated': {
      const carried =
        outcome.carried > 0
          ? [
              own(
                `${count(outcome.carried, 'other setting')} ${outcome.carried === 1 ? 'was' : 'were'} carried over unchanged.`,
              ),
            ]
          : [];
      const rest =
        left.length === 0
          ? []
          : [
              own(
                `${count(left.length, 'setting')} more ${left.length === 1 ? 'is' : 'are'} against policy and left as found.`,
              ),
            ];
      return [fixedSentence(facts, fixed), ...rest, ...carried, ...toldToo];
    }
    case 'planned':
      return [
        unfixedSentence(facts, settings, 'Lifeguard would put this right; nothing was written'),
        ...reason,
        ...toldToo,
      ];
    case 'partly': {
      const share = words`${fixed.length} of ${own(count(settings.length, 'setting'))}`;
      return [
        words`Only ${share} of ${poolTitle(facts)} could be put right${afterCall(facts)}: it needs a person now.`,
        ...reason,
        ...toldToo,
      ];
    }
    case 'refused':
      return [
        unfixedSentence(facts, left, "it can't be put right without a person"),
        ...outcome.refusals.map((refusal) => prose(refusal.reason)),
        ...toldToo,
      ];
    case 'failed':
      return [unfixedSentence(facts, left, 'putting it right failed'), ...reason, ...toldToo];
    case 'paused':
      return settings.length === 0
        ? toldToo
        : [
            unfixedSentence(facts, left, 'it was left as it is because writing is paused'),
            ...reason,
            ...toldToo,
          ];
    case 'gone':
      return [
        words`The pool ${poolTitle(facts)} was deleted by ${callsOf(facts).map(({ actor }) => actorName(actor))[0] ?? 'unknown'}.`,
        own("Lifeguard doesn't restore pools."),
      ];
    case 'reported':
      return settings.length === 0
        ? toldToo
        : [unfixedSentence(facts, left, 'it was left as it is'), ...reason, ...toldToo];
    case 'compliant':
    case 'covered':
    case 'ignored':
      return [...toldToo, own('All settings that policy speaks of are as required.')];
  }
};

/** One to a few sentences, the first of which carries the subject and the result. */
export const summaryOf = (facts: NoticeFacts): Words => joinWords(sentencesOf(facts), ' ');
