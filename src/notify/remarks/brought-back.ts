import { count, type LookFacts, poolTitle } from '../notice-facts.ts';
import { withResult } from '../result.ts';
import { words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

const grave: readonly string[] = ['high', 'critical'];

/** Somebody brought back what had been put right: once may be a mistake. */
export const broughtBack = (
  { settings, times }: RemarkOf<'brought-back'>,
  facts: LookFacts,
): RemarkStory => ({
  place: 'result',
  result: withResult('Brought back', facts),
  subject: words`${poolTitle(facts)}`,
  sentences: [
    times === 1
      ? ['It had been put right before, and somebody brought it back.']
      : [`It had been put right before, and somebody brought it back, ${count(times, 'time')} in 14 days.`],
  ],
  sections: [],
  steps: [],
  severity: 'low',
  urgent: facts.outcome.findings.some(
    ({ setting, severity }) => settings.includes(setting) && grave.includes(severity),
  ),
});
