import { showValue } from '../pool/setting-value.ts';
import { commands } from './commands.ts';
import { firstLines } from './first-lines.ts';
import { dayOf, moment } from './moment.ts';
import type { LookFacts } from './notice-facts.ts';
import type { Section } from './section.ts';
import { words } from './words.ts';

/** What was there when the pool or the rule was first seen: listed with the command that has it put right. */
export const debtSection = ({ outcome, pool }: LookFacts): readonly Section[] => {
  const lines = outcome.findings.flatMap(({ rule, found, required, left }) =>
    left?.kind === 'debt'
      ? [words`${rule}: found ${showValue(found)}, required ${required}, since ${dayOf(left.since)}`]
      : [],
  );
  const how = [
    ['there before Lifeguard or the rule was, and left until somebody has it put right:'],
    words`${commands.apply(pool)}`,
  ];
  return lines.length === 0 ? [] : [{ label: 'Debt', lines: [...firstLines(lines, 5), ...how] }];
};

/** Rules that rest on the pool because a person undid what they had brought about. */
export const restingSection = ({ outcome }: LookFacts): readonly Section[] => {
  const lines = outcome.findings.flatMap(({ rule, left }) =>
    left?.kind === 'undone'
      ? [
          words`${rule} is not put right until ${moment(left.until)}, because somebody undid outcome ${left.outcome}`,
        ]
      : [],
  );
  return lines.length === 0 ? [] : [{ label: 'Resting', lines: firstLines(lines, 5) }];
};
