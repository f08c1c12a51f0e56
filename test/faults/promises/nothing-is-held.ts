import type { Run } from '../run-seed.ts';
import { region } from '../world/cognito-in-time.ts';

/** In the end no lease is held, nothing waits, no story is open, and no queue has a message. */
export const nothingIsHeld = ({ stage }: Run): readonly string[] => {
  const now = stage.time.now().getTime();
  const records = [...stage.ledgers.pools].flatMap(([arn, record]) => {
    const { lease, open, waiting, given, dueAt, history } = record;
    // Of a pool that is gone the memory stays as it was.
    const breaker = stage.cognito.pools.all().some((pool) => pool.arn === arn) && history?.breaker;
    return [
      ...(lease && lease.expires > now ? [`${arn} is held.`] : []),
      ...(open ? [`The story of ${open.id} at ${arn} isn't finished.`] : []),
      ...(waiting.length > 0 ? [`${waiting.length} causes wait at ${arn}.`] : []),
      ...(given.length > 0 ? [`${given.length} causes were handed out at ${arn} and not told.`] : []),
      ...(dueAt !== undefined && dueAt > now ? [`A look is due at ${arn}.`] : []),
      ...(breaker ? [`The breaker of ${arn} is open since ${breaker.openedAt}.`] : []),
    ];
  });
  const queues = ['pool-changes', 'sweeps', 'notices'].flatMap((name) => {
    const { length } = stage.queues.wired(name, region).messages();
    return length > 0 ? [`${length} messages are on the queue ${name}.`] : [];
  });
  return [...records, ...queues];
};
