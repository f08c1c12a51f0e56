import { actorName } from './actor-name.ts';
import {
  carriedSentence,
  fixedSentence,
  leftResult,
  leftSentence,
  unfixedSentence,
} from './look-sentences.ts';
import { afterCall, count, deletionOf, type NoticeFacts, poolTitle } from './notice-facts.ts';
import { firstStory } from './remarks/lead-story.ts';
import { toldSentence } from './told-sentence.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

/** What the look found and what came of it. */
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
      // Cognito keeps a deleted pool for 14 days (DeleteUserPool, Amazon Cognito user pools API reference).
      return [
        words`The pool ${poolTitle(facts)} was deleted${by}.`,
        own("Lifeguard can't restore it. AWS Support may, within 14 days."),
      ];
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
  const isClosed = facts.outcome.remarks.some(
    (remark) => remark.kind === 'back-in-compliance' && remark.isWhole,
  );
  const rest =
    kind === 'compliant' && !isClosed
      ? [own('All settings that policy speaks of are as required, or exempt.')]
      : [];
  const opening = firstStory(facts);
  const beside = facts.stories.filter((story) => story !== opening).flatMap(({ sentences }) => sentences);
  const [first, ...more] = judged(facts);
  return joinWords(
    [...(opening?.sentences ?? []), ...(first ? [first] : []), ...told, ...beside, ...more, ...rest],
    ' ',
  );
};
