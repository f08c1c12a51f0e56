import { moment } from '../../history/times.ts';
import type { AccountBook, AccountRecord } from '../../ledger/account-book.ts';
import type { EnforcedPolicies } from '../../policy/policy.ts';
import { damagedText } from '../desk/damaged-pauses.ts';
import { inert } from '../report/inert.ts';
import { type Check, ok, unknown, wrong } from './check.ts';

/** As many sweeps may be missing before the alarm goes off: build/no-sweep-alarm.ts. */
const missed = 3;

/** When the last sweep ended. */
export const sweepCheck = (record: AccountRecord | undefined, sweepMinutes: number, now: Date): Check => {
  const name = 'sweeps';
  const todo = 'docs/operations.md, no-sweep';
  if (!record)
    return unknown(
      name,
      'No sweep is remembered: the first begins when a deployment ends, or by the schedule.',
      `Run the command again in an hour; then ${todo}`,
    );
  const { swept, sweep, watch } = record;
  const running = sweep ? ` One is under way since ${moment(sweep.startedAt)}.` : '';
  if (!swept)
    return unknown(
      name,
      `No end of a sweep is remembered; the first began at ${moment(watch.since)}.${running}`,
      `Run the command again in an hour; then ${todo}`,
    );
  const minutes = (now.getTime() - Date.parse(swept.endedAt)) / 60_000;
  return minutes > missed * Math.max(sweepMinutes, 60)
    ? wrong(name, `The last sweep ended at ${moment(swept.endedAt)}.${running}`, todo)
    : ok(name, `The last sweep ended at ${moment(swept.endedAt)}.${running}`);
};

/**
 * Whether writing is paused now, and whether anything stands among the pauses that is none.
 * @param damaged how many entries that are
 */
export const pausesCheck = (
  pauses: Awaited<ReturnType<AccountBook['pauses']>>,
  damaged: number,
  now: Date,
): Check => {
  const name = 'pauses';
  const lasting = pauses.filter(({ until }) => until > now.toISOString());
  if (lasting.length === 0 && damaged === 0) return ok(name, 'Writing is not paused.');
  const found = [
    ...(lasting.length > 0
      ? [
          `Nothing is written to ${lasting.map(({ pool, until, reason }) => `${inert(pool ?? 'any pool')} until ${moment(until)} (${inert(reason)})`).join('; ')}.`,
        ]
      : []),
    ...(damaged > 0
      ? [`${damagedText(damaged)}: no command writes such a thing. Nothing is held up by it.`]
      : []),
  ];
  const todo = [
    ...lasting.map(({ pool }) => `lifeguard resume ${inert(pool?.split('/').at(-1) ?? '--account')}`),
    ...(damaged > 0
      ? ['lifeguard resume --damaged, and find out who wrote it: docs/operations.md, Pauses']
      : []),
  ];
  return wrong(name, found.join(' '), todo.join('; '));
};

/** Whether the policies that the last sweep went by are those in the folder. */
export const policiesCheck = (
  record: Pick<AccountRecord, 'policies' | 'policiesSince'> | undefined,
  local: Pick<EnforcedPolicies, 'digest'> | { readonly why: string },
  folder: string,
): Check => {
  const name = 'policies';
  if (!record)
    return unknown(
      name,
      'Which policies are deployed is told by the first sweep.',
      'Run the command again in an hour.',
    );
  const deployed = `${inert(record.policies.digest.slice(0, 19))}, since ${moment(record.policiesSince)}`;
  if ('why' in local)
    return unknown(
      name,
      `Deployed is ${deployed}; there is nothing sound in ${inert(folder)} to compare it with.`,
      `Name the folder with --policies; or: lifeguard validate ${inert(folder)}`,
    );
  if (record.policies.digest === local.digest)
    return ok(name, `Deployed is what ${inert(folder)} says: ${deployed}.`);
  return wrong(
    name,
    `Deployed is ${deployed}; ${inert(folder)} says ${local.digest.slice(0, 19)}.`,
    'Deploy these files, or look at those that were deployed; after a deployment the next sweep takes them up.',
  );
};
