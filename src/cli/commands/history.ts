import { inertJson } from '../../notify/inert-json.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { unknownPool } from '../desk/ask-of-pool.ts';
import { poolMemory } from '../desk/pool-memory.ts';
import { exitCode } from '../exit-code.ts';
import { checkPoolIds, poolOfId } from '../pool-of-id.ts';
import { memoryText } from '../report/memory-text.ts';

export interface HistoryOptions extends DeskOptions {
  readonly format: 'text' | 'json';
}

/** Prints what is remembered of a pool. */
export const history = async (id: string, options: HistoryOptions): Promise<number> => {
  checkPoolIds([id]);
  const { account, desk } = await atTheDesk(options);
  const pool = poolOfId(account, id);
  const remembered = await desk.pool(pool);
  if (!remembered) throw unknownPool(pool);
  const memory = poolMemory(pool, remembered, new Date().toISOString());
  console.log(options.format === 'json' ? inertJson(memory, 2) : memoryText(memory));
  return exitCode.compliant;
};
