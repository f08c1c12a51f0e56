import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { askOfPool } from '../desk/ask-of-pool.ts';
import { rememberedPool } from '../desk/remembered-pool.ts';
import { exitCode } from '../exit-code.ts';
import { checkPoolIds, poolOfId } from '../pool-of-id.ts';
import { breakerText } from '../report/breaker-text.ts';
import { printText } from '../terminal/print.ts';

/** Says whether somebody and Lifeguard undo each other at a pool, and what follows from it. */
export const breaker = async (id: string, options: DeskOptions): Promise<number> => {
  checkPoolIds([id]);
  const at = await atTheDesk(options);
  const { history } = await rememberedPool(at, poolOfId(at.account, id));
  printText(breakerText(history?.breaker, history?.undoings ?? []));
  if (history?.breaker) printText(`To have it closed at the next look: lifeguard breaker reset ${id}`);
  return exitCode.compliant;
};

/** Closes a pool's breaker: from the next look on Lifeguard writes at once again. */
export const resetBreaker = async (id: string, options: DeskOptions): Promise<number> => {
  checkPoolIds([id]);
  const at = await atTheDesk(options);
  await askOfPool(at, poolOfId(at.account, id), { ...at.signed(), kind: 'close-breaker' });
  printText(
    `The breaker of pool ${id} closes at the next look. Whoever undoes Lifeguard three times more opens it again.\nTo have what is wrong put right now, and be asked first: lifeguard apply --pool ${id}`,
  );
  return exitCode.compliant;
};
