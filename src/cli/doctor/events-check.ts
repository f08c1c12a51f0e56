import { moment } from '../../history/times.ts';
import type { Desk } from '../../ledger/desk.ts';
import { inert } from '../report/inert.ts';
import { arrivalCheck, rehearsal, type Watched } from './arrival-check.ts';
import { type Check, unknown } from './check.ts';
import { type RecordedChange, recordedChanges, type Time, type Unread } from './recorded-changes.ts';

/**
 * Whether the newest change that CloudTrail has of a Region came. Proof from end to end, by few calls to AWS; nothing is
 * changed to get it.
 * @param name what the check is called
 */
export const eventsCheck = async (
  name: string,
  desk: Pick<Desk, 'pool'>,
  watched: Watched,
  time: Time,
): Promise<Check> => {
  const { changes, unread } = await recordedChanges(watched.region, time);
  const check = await arrivalCheck(name, desk, watched, changes, time.now());
  const [newest] = changes;
  // A change that was found not to be looked at is wrong, whatever came after it.
  const hidden =
    newest && check.state !== 'ok' ? [] : unread.filter(({ before }) => !isAfter(newest, before));
  return hidden.length === 0 ? check : hiddenCheck(name, watched, hidden);
};

const isAfter = (change: RecordedChange | undefined, date: Date): boolean =>
  change !== undefined && change.at.getTime() >= date.getTime();

/** Nobody knows whether there is a newer change among the calls that were not read. */
const hiddenCheck = (name: string, { region, home }: Watched, hidden: readonly Unread[]): Check => {
  const says = hidden.map(
    ({ call, count, before }) =>
      `None of the newest ${count} calls of ${call} in ${inert(region)} is one that AWS accepted and that names its pool; those before ${moment(before.toISOString())} were not read.`,
  );
  const commands = hidden.map(
    ({ call }) =>
      `aws cloudtrail lookup-events --region ${inert(region)} --lookup-attributes AttributeKey=EventName,AttributeValue=${call}`,
  );
  return unknown(
    name,
    says.join(' '),
    `Find out who makes them: ${commands.join('; ')}. Prove on a pool that is made for it and deleted again that events arrive: ${rehearsal(region, home)}`,
  );
};
