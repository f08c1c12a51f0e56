import type { Notice } from '../../src/notify/notice.ts';
import type { OutcomeDetails } from '../../src/notify/outcome-details.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { anOutcome } from './an-outcome.ts';

/** The notice of an outcome in the account `prod-eu`. */
export const aNotice = (outcome: Outcome = anOutcome()): Notice<OutcomeDetails> => {
  const notice = noticeOf(outcome, { accountAlias: 'prod-eu' });
  if (!notice) throw new Error(`There is nothing to tell of an outcome ${outcome.kind}.`);
  return notice;
};
