import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import { afterCall, count, type LookFacts, poolTitle } from '../notice-facts.ts';
import { type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

type Back = RemarkOf<'back-in-compliance'>;

/** What was there before Lifeguard or its rule came, and waits for a person. */
const hasDebt = ({ outcome }: LookFacts): boolean =>
  outcome.findings.some(({ left, resolved }) => left?.kind === 'debt' && !resolved);

const holding = ({ since, rules, unbound, isWhole }: Back, facts: LookFacts): readonly Words[] => {
  if (rules.length === 0 && unbound.length > 0) return [];
  const told = words`what people were told of since ${moment(since)}`;
  if (!isWhole || unbound.length > 0) return [words`Part of ${told} is as policy requires again.`];
  const left = hasDebt(facts) ? 'What was there before still waits for a person.' : 'Nothing is left to do.';
  return [
    words`${poolTitle(facts)} is back in compliance${afterCall(facts)}: ${told} is as policy requires again. ${[left]}`,
  ];
};

const released = ({ unbound }: Back, facts: LookFacts): readonly Words[] =>
  unbound.length === 0
    ? []
    : [
        words`${[count(unbound.length, 'rule')]} that ${poolTitle(facts)} broke ${[unbound.length === 1 ? 'does' : 'do']} not bind it any more: what was wrong may be so still, and nobody is told of it from now on.`,
      ];

const section = (label: string, rules: readonly string[]) =>
  rules.length === 0
    ? []
    : [
        {
          label,
          lines: firstLines(
            rules.map((rule) => words`${rule}`),
            8,
          ),
        },
      ];

/** What people were told of holds again, or no rule asks for it any more: the last message of a thread, or of a part of it. */
export const backInCompliance = (remark: Back, facts: LookFacts): RemarkStory => {
  const { rules, unbound } = remark;
  const isReleased = rules.length === 0 && unbound.length > 0;
  return {
    place: 'beside',
    result: isReleased ? 'No longer bound' : 'Back in compliance',
    subject: words`${poolTitle(facts)}${afterCall(facts)}`,
    sentences: [...holding(remark, facts), ...released(remark, facts)],
    sections: [...section('Closed', rules), ...section('Released', unbound)],
    steps: [],
    asks: true,
    severity: unbound.length > 0 ? 'low' : 'info',
    urgent: false,
  };
};
