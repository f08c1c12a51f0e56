import { isRefusal } from '../../../src/change/is-refusal.ts';
import type { Run } from '../run-seed.ts';
import { region } from '../world/cognito-in-time.ts';
import type { Observed, RecordedCall } from '../world/observed.ts';

/** Calls whose event came, at least once, and that may have changed a pool. */
const arrived = ({ calls }: Observed): readonly RecordedCall[] =>
  calls.filter(
    ({ delivered, error, pool }) => delivered.length > 0 && !isRefusal(error) && pool !== undefined,
  );

/** The events that the handler was done with because a look answers for them, as its lines have it. */
const answeredFor = ({ lines }: Observed): ReadonlySet<string> =>
  new Set(
    lines
      .filter(({ line }) => line === 'covered')
      .flatMap(({ facts }) =>
        (facts.causes as readonly { readonly eventId?: string }[]).map(({ eventId }) => eventId ?? ''),
      ),
  );

/** A look that was told and began so late that it has seen the call: CloudTrail's whole seconds, and 4 s to show. */
const isSeen = ({ handed }: Observed, { pool, at }: RecordedCall): boolean =>
  handed.some(
    ({ outcome }) =>
      outcome.pool?.id === pool && Date.parse(outcome.startedAt) >= Math.floor(at / 1000) * 1000 + 4000,
  );

/** The bodies of dead letters, which name their events. */
const deadEvents = ({ stage }: Pick<Run, 'stage'>): string =>
  stage.queues
    .wired('pool-changes-dead-letters', region)
    .messages()
    .map(({ body }) => body)
    .join('\n');

/** Every recorded call that reached us is named by an outcome, counted by one, covered by a look, or a dead letter. */
export const callsAreNamed = (run: Pick<Run, 'stage'>): readonly string[] => {
  const { observed } = run.stage;
  const named = new Set(
    observed.handed.flatMap(({ outcome }) =>
      outcome.causes.flatMap((cause) => (cause.kind === 'call' ? [cause.eventId] : [])),
    ),
  );
  const answered = answeredFor(observed);
  const letters = deadEvents(run);
  const missing = arrived(observed).filter(
    (call) =>
      !named.has(call.eventId) &&
      !(answered.has(call.eventId) && isSeen(observed, call)) &&
      !letters.includes(call.eventId),
  );
  return [...Map.groupBy(missing, ({ pool }) => pool ?? '')].flatMap(([pool, calls]) => {
    const counted = observed.handed
      .filter(({ outcome }) => outcome.pool?.id === pool)
      .reduce((sum, { outcome }) => sum + (outcome.causesOmitted ?? 0), 0);
    return calls.length <= counted
      ? []
      : calls.map(
          ({ operation, eventId, at }) =>
            `${operation} (${eventId}) on ${pool} at ${new Date(at).toISOString()} is named by nothing.`,
        );
  });
};
