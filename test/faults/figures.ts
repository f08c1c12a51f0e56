import { day, hour } from '../../src/history/times.ts';
import type { Remark } from '../../src/remediation/remark.ts';
import { overwritten } from './promises/writes-are-planned.ts';
import { undoneUnseen } from './promises/writes-are-told.ts';
import type { Run } from './run-seed.ts';
import { region } from './world/cognito-in-time.ts';
import { start } from './world/stage.ts';

/** What happened in a run, in numbers, by what they are numbers of. */
export const figuresOf = (run: Run): { readonly [name: string]: number } => {
  const { observed, time, queues, cognito } = run.stage;
  const { calls, writes, handed, published, deaths, looks } = observed;
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
  const kinds = (kind: string): number => handed.filter(({ outcome }) => outcome.kind === kind).length;
  const remarks = (kind: Remark['kind']): number =>
    handed.filter(({ outcome }) => outcome.remarks.some((remark) => remark.kind === kind)).length;
  const dead = (queue: string): number => queues.wired(`${queue}-dead-letters`, region).messages().length;
  return {
    seed: run.seed,
    hours: Math.round((time.now().getTime() - Date.parse(start) - day) / hour),
    pools: cognito.pools.all().length,
    changes: calls.filter(({ ours, error }) => ours === undefined && error === undefined).length,
    dropped: calls.filter(({ isDropped }) => isDropped).length,
    twice: calls.filter(({ delivered }) => delivered.length > 1).length,
    deaths: sum(deaths.values()),
    looks: sum(looks.values()),
    writes: writes.length,
    remediated: kinds('remediated'),
    partly: kinds('partly'),
    refused: kinds('refused'),
    failed: kinds('failed'),
    wars: remarks('war'),
    unseen: remarks('changed-unseen'),
    overwritten: writes.filter((write) => overwritten(write).length > 0).length,
    'lost told': remarks('lost-update'),
    'undone unseen': undoneUnseen(run),
    notices: published.length,
    'told under two ids': toldUnderTwoIds(run),
    'dead changes': dead('pool-changes'),
    'dead sweeps': dead('sweeps'),
    'dead notices': dead('notices'),
  };
};

/** Calls that two notices name: a process was gone after it had told of them, and before it could say that it had. */
const toldUnderTwoIds = ({ stage }: Run): number => {
  const { handed, published } = stage.observed;
  const told = new Set(published.map(({ id }) => id));
  const ids = new Map<string, Set<string>>();
  for (const { outcome } of handed)
    for (const cause of told.has(outcome.id) ? outcome.causes : []) {
      if (cause.kind !== 'call') continue;
      const key = `${cause.eventId} ${outcome.pool?.id}`;
      ids.set(key, (ids.get(key) ?? new Set()).add(outcome.id));
    }
  return [...ids.values()].filter(({ size }) => size > 1).length;
};
