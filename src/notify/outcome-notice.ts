import type { Outcome } from '../remediation/outcome.ts';
import { headlineOf } from './headline.ts';
import { isNews } from './news.ts';
import { nextSteps } from './next-steps.ts';
import type { Notice } from './notice.ts';
import { linksOf } from './notice-links.ts';
import { noticeSettings } from './notice-setting.ts';
import { type OutcomeDetails, outcomeDetails } from './outcome-details.ts';
import { quoted } from './quoted.ts';
import { remarkStories } from './remarks/remark-stories.ts';
import { sectionsOf } from './sections.ts';
import { summaryOf } from './summary.ts';
import { isUrgent, severityOf } from './urgency.ts';
import { outcomeMade, withoutSecrets } from './visible-outcome.ts';

/**
 * Turns an outcome into what people are told of it.
 * @param context the name by which people know the account, where it has one
 * @returns undefined where there is nothing to tell: a compliant pool, a trigger that led to no look, a plan
 *   that a person asked for, what a sweep found standing, a pool that is gone without a deletion to tell of.
 *   Nothing is told without a pool.
 */
export const noticeOf = (
  whole: Outcome,
  context: { readonly accountAlias?: string },
): Notice<OutcomeDetails> | undefined => {
  if (!whole.pool || !isNews(whole)) return undefined;
  const outcome = outcomeMade(withoutSecrets, whole);
  const { accountAlias } = context;
  const alias = accountAlias === undefined ? {} : { accountAlias };
  const look = {
    outcome,
    pool: { ...whole.pool, name: quoted(whole.pool.name) },
    settings: noticeSettings(outcome),
    ...alias,
  };
  const facts = { ...look, stories: remarkStories(look) };
  return {
    id: outcome.id,
    about: 'outcome',
    kind: outcome.kind,
    severity: severityOf(facts),
    urgent: isUrgent(facts),
    headline: headlineOf(facts),
    summary: summaryOf(facts),
    ...alias,
    thread: whole.pool.arn,
    pools: [whole.pool.arn],
    owners: outcome.owners ?? [],
    settings: look.settings,
    sections: sectionsOf(facts),
    steps: nextSteps(facts),
    links: linksOf(facts),
    keywords: outcome.findings.map(({ rule }) => rule),
    details: outcomeDetails({ ...look, pool: whole.pool }),
  };
};
