import { noticeOf } from '../../../src/notify/outcome-notice.ts';
import type { Run } from '../run-seed.ts';
import { region } from '../world/cognito-in-time.ts';
import { tally } from '../world/observed.ts';

/** The ids of the notices that lie among the dead letters. */
const deadNotices = ({ stage }: Run): ReadonlySet<string> =>
  new Set(
    stage.queues
      .wired('notices-dead-letters', region)
      .messages()
      .map(({ body }) => (JSON.parse(body) as { readonly id: string }).id),
  );

/** What people have heard otherwise: it said the same as another, or stands in a summary that was told. */
const heardOtherwise = ({ stage }: Run): ReadonlySet<string> => {
  const { lines, published } = stage.observed;
  const summaries = published.filter(({ id }) => id.startsWith('held-back-'));
  return new Set(
    lines
      .filter(
        ({ line, at }) =>
          line === 'repeated' || (line === 'held back' && summaries.some((summary) => summary.at > at)),
      )
      .map(({ facts }) => String(facts.outcome)),
  );
};

/** A notice may be told once more where SNS didn't say that it had it, or the ledger couldn't say or keep that it was told. */
const excuses = ({ stage }: Run, id: string): number =>
  stage.observed.published.filter(
    (each) => each.id === id && !(each.isAnswered && each.isRemembered && each.wasAsked),
  ).length;

/** What people must know reaches the topic once, or lies among the dead letters. */
export const toldOnce = (run: Run): readonly string[] => {
  const { queued, published, handed } = run.stage.observed;
  const dead = deadNotices(run);
  const otherwise = heardOtherwise(run);
  const times = new Map<string, number>();
  for (const { id } of published) tally(times, id);
  const lost = [...queued.keys()].filter((id) => !times.has(id) && !dead.has(id) && !otherwise.has(id));
  const unqueued = handed.filter(({ outcome }) => noticeOf(outcome, {}) && !queued.has(outcome.id));
  const twice = [...times].filter(([id, count]) => count > 1 + excuses(run, id));
  return [
    ...lost.map((id) => `The notice ${id} was neither told nor is it a dead letter.`),
    ...unqueued.map(({ outcome }) => `The outcome ${outcome.id}, ${outcome.kind}, was never handed on.`),
    ...twice.map(([id, count]) => `The notice ${id} was told ${count} times without a reason.`),
  ];
};
