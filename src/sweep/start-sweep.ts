import type { AccountRecord, SweepUnderWay } from '../ledger/account-book.ts';
import { changeRecord } from './change-record.ts';
import { checkPauses } from './check-pauses.ts';
import { mendPauses } from './mend-pauses.ts';
import type { SweepReason } from './sweep-message.ts';
import type { Sweeper, Swept } from './sweeper.ts';
import { tellPolicies } from './tell-policies.ts';

/**
 * Milliseconds after a step was due when its sweep counts as stuck: an hour in which the queue brings the step's
 * message ten times, and a quarter for the last of them.
 */
export const patience = 4_500_000;

/**
 * Begins a sweep, unless one is under way: two at a time would take twice the share of the quota. A sweep that was
 * asked for meanwhile, by a person or a deployment, begins when the one under way is over; the schedule comes again.
 * @param id the message's own id: brought again, it finds the sweep that it began
 */
export const startSweep = async (sweeper: Sweeper, id: string, because: SweepReason): Promise<Swept> => {
  const { book, regions, later, now } = sweeper;
  // Before anything is written: it may have left no room.
  await mendPauses(sweeper);
  const running = (await book.read())?.record.sweep;
  if (running && running.id !== id && !isStuck(running, now())) {
    if (because === 'schedule') return ignored(`The sweep ${running.id} is under way.`);
    await changeRecord(book, (record) => withAgain(record, running.id));
    return ignored(`The sweep ${running.id} is under way; another one follows it.`);
  }
  if (running?.id === id && running.step > 0) return ignored('This sweep has begun already.');
  await tellPolicies(sweeper, id);
  await checkPauses(sweeper);
  const startedAt = now().toISOString();
  const sweep = { id, startedAt, step: 0, dueAt: startedAt, regions, failures: 0, found: 0 };
  await changeRecord(
    book,
    (record) => record && { ...record, sweep: record.sweep?.id === id ? record.sweep : sweep },
  );
  await later({ kind: 'step', sweep: id, step: 0 }, 0);
  return { kind: 'done', reason: `The sweep ${id} of ${regions.join(', ')} begins, by ${because}.` };
};

const isStuck = ({ dueAt }: SweepUnderWay, now: Date): boolean =>
  now.getTime() - Date.parse(dueAt) > patience;

const withAgain = (record: AccountRecord | undefined, id: string): AccountRecord | undefined =>
  record?.sweep?.id === id && !record.sweep.again
    ? { ...record, sweep: { ...record.sweep, again: true } }
    : undefined;

const ignored = (reason: string): Swept => ({ kind: 'ignored', reason });
