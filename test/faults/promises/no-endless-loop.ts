import type { Run } from '../run-seed.ts';

/** What we do grows with what others do, and with the sweeps, and no faster. */
export const noEndlessLoop = ({ stage, sweeps, first }: Run): readonly string[] => {
  const { observed, cognito } = stage;
  const looks = [...observed.looks.values()].reduce((sum, count) => sum + count, 0);
  const theirs = observed.calls.filter(({ ours }) => ours === undefined).length;
  const events = observed.calls.reduce((sum, { delivered }) => sum + delivered.length, 0);
  const pools = Math.max(first.size, cognito.pools.all().length);
  const most = { looks: 8 * events + 2 * sweeps * pools, writes: 3 * theirs };
  return [
    ...(looks > most.looks ? [`${looks} looks for ${events} events and ${sweeps} sweeps.`] : []),
    ...(observed.writes.length > most.writes
      ? [`${observed.writes.length} writes for ${theirs} calls.`]
      : []),
  ];
};
