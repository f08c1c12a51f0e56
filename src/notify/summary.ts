import { pairOf } from '../change/call-groups.ts';
import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import { duration } from './duration.ts';
import {
  afterCall,
  callsOf,
  count,
  deedOf,
  deletionOf,
  mainCall,
  moreCalls,
  type NoticeFacts,
  poolTitle,
  shortSetting,
  toldCalls,
} from './notice-facts.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { firstStory } from './remarks/lead-story.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const requirement = (row: NoticeSetting): Words =>
  joinWords(
    row.required.map((text) => words`${text}`),
    ' and ',
  );

const fixedSentence = (facts: NoticeFacts, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  const { fixedAt, causes } = facts.outcome;
  const call = mainCall(causes, facts.settings);
  const gap = call && fixedAt !== undefined ? duration(call.eventTime, fixedAt) : undefined;
  const later = own(gap === undefined ? '' : ` ${gap} later`);
  const after = afterCall(facts);
  const pool = poolTitle(facts);
  return row && more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is now ${showValue(row.now)}, as policy requires: it was found at ${showValue(row.found)}${after}, and put right${later}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are now as policy requires: they were found against it${after}, and put right${later}.`;
};

/** What is against policy, and what came of it, said of one setting or of several. */
const unfixedSentence = (
  facts: NoticeFacts,
  rows: readonly NoticeSetting[],
  result: { readonly one: string; readonly several: string },
): Words => {
  const [row, ...more] = rows;
  const pool = poolTitle(facts);
  const after = afterCall(facts);
  if (!row) return words`${pool} was looked at${after}: ${own(result.several)}.`;
  return more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is ${showValue(row.now)}${after}, where policy requires ${requirement(row)}: ${own(result.one)}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are against policy${after}: ${own(result.several)}.`;
};

/** Why settings were left that could have been put right; undefined where it isn't one reason for all. */
const whyLeft = (rows: readonly NoticeSetting[]): string | undefined => {
  if (rows.every(({ notifyOnly }) => notifyOnly)) return 'policy asks only for a notice';
  if (rows.every(({ resting }) => resting)) return 'somebody undid the remedy, and the rule rests';
  return undefined;
};

const leftSentence = (rows: readonly NoticeSetting[]): readonly Words[] => {
  const [row, ...more] = rows;
  if (!row) return [];
  const reason = whyLeft(rows);
  const because = reason === undefined ? '' : ` because ${reason}`;
  return more.length === 0
    ? [own(`${shortSetting(row.setting)} is against policy too and was left as found${because}.`)]
    : [own(`${rows.length} more settings are against policy and were left as found${because}.`)];
};

/** What no rule names isn't judged: where a call has changed it, it stays so, and nobody should read otherwise. */
const carriedSentence = (facts: NoticeFacts): readonly Words[] => {
  const { carried } = facts.outcome;
  if (carried === 0) return [];
  const left = callsOf(facts).length === 0 ? 'carried over unchanged' : 'left as the call had left them';
  return [own(`${count(carried, 'other setting')} ${carried === 1 ? 'was' : 'were'} ${left}.`)];
};

/** More stand in the notice's list of who called. */
const mostDeeds = 3;

const toldSentence = (facts: NoticeFacts): readonly Words[] => {
  const groups = toldCalls(facts);
  if (groups.length === 0) return [];
  const named = groups.slice(0, mostDeeds).map(({ call, times }) => {
    const often = times === 1 ? '' : `, ${times} times`;
    return words`${deedOf(call)} (${own(`${call.call}${often}`)})`;
  });
  const pairs = new Set(groups.slice(mostDeeds).map(({ call }) => pairOf(call)));
  const more = moreCalls(callsOf(facts).filter((call) => pairs.has(pairOf(call))));
  const rest = more === undefined ? [] : words`; and ${own(more)}`;
  const deeds = words`On ${poolTitle(facts)}, ${joinWords(named, '; ')}${rest}.`;
  return [deeds, own("Policy files don't speak of this yet: it is told, not judged, and was left as it is.")];
};

const leftResult = (rows: readonly NoticeSetting[]) => {
  const reason = whyLeft(rows);
  const because = reason === undefined ? '' : `, because ${reason}`;
  return { one: `it was left as it is${because}`, several: `they were left as they are${because}` };
};

const judged = (facts: NoticeFacts): readonly Words[] => {
  const { outcome, settings } = facts;
  const done = settings.filter((row) => row.fixed);
  const left = settings.filter((row) => !row.fixed);
  const reason = outcome.reason === undefined ? [] : [prose(outcome.reason)];
  switch (outcome.kind) {
    case 'remediated': {
      const refused = new Set<string>(outcome.refusals.flatMap(({ settings: paths }) => paths));
      return [
        fixedSentence(facts, done),
        ...outcome.refusals.map((refusal) => words`Not put right: ${[...prose(refusal.reason)]}`),
        ...leftSentence(left.filter(({ setting }) => !refused.has(setting))),
        ...outcome.changes.flatMap(({ warning }) => (warning === undefined ? [] : [own(warning)])),
        ...carriedSentence(facts),
      ];
    }
    case 'partly': {
      const share = own(`${done.length} of ${count(settings.length, 'setting')}`);
      return [
        words`Only ${share} of ${poolTitle(facts)} could be put right${afterCall(facts)}: the rest needs a person now.`,
        ...reason,
      ];
    }
    case 'planned': {
      const result = 'Lifeguard would put this right, and wrote nothing';
      return [unfixedSentence(facts, left, { one: result, several: result }), ...reason];
    }
    case 'refused': {
      const result = {
        one: "it can't be put right without a person",
        several: "they can't be put right without a person",
      };
      return [
        unfixedSentence(facts, left, result),
        ...outcome.refusals.map((refusal) => prose(refusal.reason)),
      ];
    }
    case 'failed': {
      if (left.length === 0)
        return [words`Looking after ${poolTitle(facts)}${afterCall(facts)} failed.`, ...reason];
      const result = { one: 'putting it right failed', several: 'putting them right failed' };
      return [unfixedSentence(facts, left, result), ...reason];
    }
    case 'paused': {
      const because = outcome.reason === undefined ? ', because writing is paused' : ' for now';
      const result = {
        one: `it was left as it is${because}`,
        several: `they were left as they are${because}`,
      };
      return left.length === 0 ? [] : [unfixedSentence(facts, left, result), ...reason];
    }
    case 'reported':
      return left.length === 0 ? [] : [unfixedSentence(facts, left, leftResult(left)), ...reason];
    case 'gone': {
      const call = deletionOf(facts);
      const by = call ? words` by ${actorName(call.actor)}` : [];
      return [words`The pool ${poolTitle(facts)} was deleted${by}.`, own("Lifeguard doesn't restore pools.")];
    }
    case 'compliant':
    case 'covered':
    case 'ignored':
      return [];
  }
};

/**
 * One to a few sentences, the first of which carries the subject and the result. What policy files don't speak of
 * comes next, then what the past adds: of a long summary the end is left out.
 */
export const summaryOf = (facts: NoticeFacts): Words => {
  const { kind } = facts.outcome;
  const told = kind === 'gone' ? [] : toldSentence(facts);
  const rest =
    kind === 'compliant' ? [own('All settings that policy speaks of are as required, or accepted.')] : [];
  const opening = firstStory(facts);
  const beside = facts.stories.filter((story) => story !== opening).flatMap(({ sentences }) => sentences);
  const [first, ...more] = judged(facts);
  return joinWords(
    [...(opening?.sentences ?? []), ...(first ? [first] : []), ...told, ...beside, ...more, ...rest],
    ' ',
  );
};
