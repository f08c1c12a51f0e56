import { inertJson } from '../../notify/inert-json.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { warnOfDamaged } from '../desk/damaged-pauses.ts';
import { poolMemory } from '../desk/pool-memory.ts';
import { rememberedPool } from '../desk/remembered-pool.ts';
import { exitCode } from '../exit-code.ts';
import { checkPoolIds, poolOfId } from '../pool-of-id.ts';
import { memoryText } from '../report/memory-text.ts';
import { printAs } from '../terminal/print.ts';

export interface HistoryOptions extends DeskOptions {
  readonly format: 'text' | 'json';
}

/** Prints what is remembered of a pool. */
export const history = async (id: string, options: HistoryOptions): Promise<number> => {
  checkPoolIds([id]);
  const at = await atTheDesk(options);
  const pool = poolOfId(at.account, id);
  const memory = poolMemory(pool, await rememberedPool(at, pool), new Date().toISOString());
  await warnOfDamaged(at.desk);
  printAs(options.format)(options.format === 'json' ? inertJson(memory, 2) : memoryText(memory));
  return exitCode.compliant;
};
