import { showValue } from '../../pool/setting-value.ts';
import type { Claimed } from '../../remediation/remark.ts';
import { namesOf } from '../ask-who.ts';
import { firstLines } from '../first-lines.ts';
import { count, type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { gravestOf } from '../urgency.ts';
import { type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

const asked = ({ setting, claimed }: Claimed): Words =>
  words`${[shortSetting(setting)]} ${showValue(claimed)}`;

/** Somebody asked for what policy forbids, and by the time of the look it was as required again. */
export const putBack = ({ claims }: RemarkOf<'put-back'>, facts: LookFacts): RemarkStory => {
  const pool = poolTitle(facts);
  const who = namesOf(claims.map(({ actor }) => actor));
  const settings = new Set(claims.map(({ setting }) => setting)).size;
  const [claim] = claims;
  const sentence =
    claim && settings === 1
      ? words`${who} asked for ${asked(claim)} on ${pool} with ${claim.call}, where policy requires ${claim.required}: it is as required again.`
      : words`${who} asked for ${[count(settings, 'setting')]} of ${pool} that policy forbids: all of them are as required again.`;
  return {
    place: 'beside',
    result: 'Weakened and put back',
    subject:
      claim && settings === 1
        ? words`${pool} ${asked(claim)}, by ${who}`
        : words`${[count(settings, 'setting')]} of ${pool}, by ${who}`,
    sentences: [sentence],
    sections: [
      {
        label: 'Asked',
        lines: firstLines(
          claims.map(
            ({ setting, claimed, required, rule, at }) =>
              words`${[setting]} ${showValue(claimed)}, required ${required} (${rule}, ${at})`,
          ),
          6,
        ),
      },
    ],
    steps: [],
    severity: gravestOf(['medium', ...claims.map(({ severity = 'medium' }) => severity)]),
    urgent: false,
  };
};
