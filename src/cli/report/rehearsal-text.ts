import type { PoolRef } from '../../pool/pool-ref.ts';
import { howToCall } from '../how-to-call.ts';
import type { Performed } from '../rehearsal/perform.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** What to type where a rehearsal's pool is left. */
export const howToDelete = ({ id, region }: PoolRef): string =>
  `To delete the pool ${id}: ${howToCall()} rehearse --clean-up --region ${region}`;

/** Whether anything moved beside what was put right. */
export const performedText = ({ outcome, moved, leaves }: Performed): string => {
  const compared = `The pool before it was weakened and after it was put right, compared leaf by leaf (${leaves} leaves of DescribeUserPool and GetUserPoolMfaConfig):`;
  const other =
    outcome.kind === 'remediated'
      ? ''
      : `\n${paint.warning(`This command did not put it right: the outcome is ${outcome.kind}. A deployment in this account may have been faster. Try again, or have it wait meanwhile: lifeguard pause --account --for 15m --reason rehearsal`)}`;
  return moved.length === 0
    ? `${compared}\n${paint.good('Nothing else moved: 0 leaves differ.')}${other}`
    : `${compared}\n${paint.bad(`${moved.length} differ:`)} ${inert(moved.join(', '))}${other}`;
};

/** CloudTrail's record of the write, or that there is none. */
export const recordText = (record: Record<string, unknown> | undefined, outcome: string): string => {
  if (!record)
    return paint.bad(
      'CloudTrail has no record of the write after 15 minutes: without one EventBridge gets no event either. See lifeguard doctor.',
    );
  const { eventTime, eventName, eventID, awsRegion, userIdentity } = record;
  const by = (userIdentity as { arn?: unknown } | undefined)?.arn;
  return [
    'CloudTrail has the write:',
    `  ${inertLine(String(eventName), 60)} at ${inertLine(String(eventTime), 40)} in ${inertLine(String(awsRegion), 40)}`,
    `  by ${inertLine(String(by), 200)}`,
    `  its user agent names the outcome: ${inertLine(outcome, 60)}`,
    `  event ${inertLine(String(eventID), 60)}`,
  ].join('\n');
};
