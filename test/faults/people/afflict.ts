import { hour } from '../../../src/history/times.ts';
import { region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';

/** For some hours AWS refuses what would be written to a pool: an import, a broken role, a tier that is held. */
export const afflict = async ({ time, chance, cognito }: Stage): Promise<void> => {
  const { id } = chance.pick(cognito.pools.list(region));
  const [begun, over] = chance.pick([
    [{ importInProgress: true }, { importInProgress: false }],
    [{ smsRole: 'no-access' }, { smsRole: 'sound' }],
    [{ tierLocked: true }, { tierLocked: false }],
  ] as const);
  cognito.pools.setConditions(region, id, begun);
  await time.wait(chance.between(1, 6) * hour);
  if (cognito.pools.get(region, id)) cognito.pools.setConditions(region, id, over);
};
