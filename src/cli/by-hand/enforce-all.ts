import { enforce } from '../../enforce.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';
import { listenForInterruption } from '../interruption.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { printError } from '../terminal/print.ts';

/**
 * Puts pools right, one after the other. Ctrl-C and whatever is thrown stop between two pools, and what was done
 * until then is said.
 * @returns the outcomes of the pools that were looked at
 */
export const enforceAll = async (
  world: World,
  pools: readonly PoolRef[],
  say: (text: string) => void,
): Promise<readonly Outcome[]> => {
  const interruption = listenForInterruption();
  const outcomes: Outcome[] = [];
  try {
    for (const pool of pools) {
      if (interruption.isAsked()) break;
      const outcome = await enforce(world, pool, [{ kind: 'asked', eventTime: world.now().toISOString() }]);
      outcomes.push(outcome);
      say(`${outcomeText(outcome)}\n  outcome ${outcome.id}\n`);
    }
  } finally {
    interruption.end();
    const left = pools.slice(outcomes.length);
    const changes = outcomes.reduce((sum, outcome) => sum + outcome.changes.length, 0);
    say(`Written: ${counted(changes, 'change')} to ${counted(outcomes.length, 'pool')}.`);
    if (left.length > 0)
      printError(`Not done: ${inert(left.map(({ id }) => id).join(', '))}. To go on, run the command again.`);
  }
  return outcomes;
};
