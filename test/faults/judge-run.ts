import { callsAreNamed } from './promises/calls-are-named.ts';
import { lostUpdatesAreTold } from './promises/lost-updates-are-told.ts';
import { noEndlessLoop } from './promises/no-endless-loop.ts';
import { nothingIsHeld } from './promises/nothing-is-held.ts';
import { poolsAreRight } from './promises/pools-are-right.ts';
import { toldOnce } from './promises/told-once.ts';
import { everyUnseenMoveIsTold, onlyUnseenIsUnseen } from './promises/unseen-moves.ts';
import { warsAreSlow, warsGoOn } from './promises/wars-are-slow.ts';
import { writesArePlanned } from './promises/writes-are-planned.ts';
import { writesAreTold } from './promises/writes-are-told.ts';
import type { Run } from './run-seed.ts';

const promises = {
  poolsAreRight,
  writesArePlanned,
  toldOnce,
  writesAreTold,
  nothingIsHeld,
  callsAreNamed,
  noEndlessLoop,
  warsAreSlow,
  warsGoOn,
  onlyUnseenIsUnseen,
  everyUnseenMoveIsTold,
  lostUpdatesAreTold,
};

/** What a run did against the promises, each problem with its seed. */
export const judgeRun = (run: Run): readonly string[] =>
  Object.entries(promises).flatMap(([name, promise]) =>
    promise(run).map((problem) => `seed ${run.seed}, ${name}: ${problem}`),
  );
