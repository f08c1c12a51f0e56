import { type Notice, noticeOf } from '../../src/notify/notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { anOutcome } from './an-outcome.ts';

/** The notice of an outcome in the account `prod-eu`. */
export const aNotice = (outcome: Outcome = anOutcome()): Notice => {
  const notice = noticeOf(outcome, { accountAlias: 'prod-eu' });
  if (!notice) throw new Error(`There is nothing to tell of an outcome ${outcome.kind}.`);
  return notice;
};
