import type { Cause } from '../../change/cause.ts';
import { moment } from '../../history/times.ts';
import { isNews } from '../../notify/news.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { howToCall } from '../how-to-call.ts';
import { causesText } from './causes-text.ts';
import { inert } from './inert.ts';
import { outcomeText } from './outcome-text.ts';
import { paint } from './paint.ts';

/**
 * One event as somebody follows it at a terminal: who called what, what was found, what was put right.
 * @param lifeguard the ARN that Lifeguard's own calls are recorded under
 * @returns undefined for a look that only Lifeguard's own calls or a sweep led to, and that nobody is told of
 */
export const eventText = (outcome: Outcome, lifeguard: string): string | undefined => {
  const others = outcome.causes.filter((cause) => !isOwn(cause, lifeguard));
  if (others.length === 0 && !isNews(outcome)) return undefined;
  const causes = others.length > 0 ? others : outcome.causes;
  const last = causes.at(-1)?.eventTime ?? outcome.startedAt;
  return [
    `${paint.strong(causesText(causes, outcome.causesOmitted))}  ${paint.faint(inert(moment(last)))}`,
    outcomeText(isOfAnother(outcome) ? { ...outcome, findings: [], changes: [], refusals: [] } : outcome),
    ...(outcome.changes.length > 0 ? [`  To take it back: ${howToCall()} undo ${inert(outcome.id)}`] : []),
  ].join('\n');
};

const isOwn = (cause: Cause, lifeguard: string): boolean =>
  cause.kind === 'sweep' || (cause.kind === 'call' && cause.actor.arn === lifeguard);

/** What is found at the pool stands with the look that answers for it. */
const isOfAnother = ({ kind }: Outcome): boolean => kind === 'covered' || kind === 'ignored';
