import { isRefusal } from '../../../src/change/is-refusal.ts';
import type { Run } from '../run-seed.ts';
import { region } from '../world/cognito-in-time.ts';
import type { Observed, RecordedCall } from '../world/observed.ts';

/** Calls whose event came, at least once, and that may have changed a pool. */
const arrived = ({ calls }: Observed): readonly RecordedCall[] =>
  calls.filter(
    ({ delivered, error, pool }) => delivered.length > 0 && !isRefusal(error) && pool !== undefined,
  );

/** The events for which a look that came later stands in, as the handler's lines have them. */
const covered = ({ lines }: Observed): ReadonlySet<string> =>
  new Set(
    lines
      .filter(({ facts }) => facts.reason === 'A look that began after this call has been taken.')
      .flatMap(({ facts }) =>
        (facts.causes as readonly { readonly eventId?: string }[]).map(({ eventId }) => eventId ?? ''),
      ),
  );

/** The bodies of dead letters, which name their events. */
export const deadEvents = ({ stage }: Run): string =>
  stage.queues
    .wired('pool-changes-dead-letters', region)
    .messages()
    .map(({ body }) => body)
    .join('\n');

/** Every recorded call that reached us is named by an outcome, counted by one, covered by a look, or a dead letter. */
export const callsAreNamed = (run: Run): readonly string[] => {
  const { observed } = run.stage;
  const named = new Set(
    observed.handed.flatMap(({ outcome }) =>
      outcome.causes.flatMap((cause) => (cause.kind === 'call' ? [cause.eventId] : [])),
    ),
  );
  const elsewhere = covered(observed);
  const letters = deadEvents(run);
  const missing = arrived(observed).filter(
    ({ eventId }) => !named.has(eventId) && !elsewhere.has(eventId) && !letters.includes(eventId),
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
