import { didYouMean } from '../../policy/nearest-name.ts';
import { ask } from '../ask.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { askOfPool } from '../desk/ask-of-pool.ts';
import { debtOfPool, debtOfSweep, type PoolDebt } from '../desk/debt-to-accept.ts';
import { exitCode } from '../exit-code.ts';
import { badPoolIds, poolOfId } from '../pool-of-id.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { counted } from '../report/counted.ts';
import { debtText } from '../report/debt-text.ts';
import { inert } from '../report/inert.ts';
import { printText } from '../terminal/print.ts';

export interface AcceptOptions extends DeskOptions {
  readonly pool?: string;
  /** None means all of the debt. */
  readonly rule: readonly string[];
  /** Accepts without asking. */
  readonly yes: boolean;
}

/** Accepts debt: what was wrong when Lifeguard first saw it is put right from the next look on. */
export const accept = async (sweep: string | undefined, options: AcceptOptions): Promise<number> => {
  const { pool: id, rule: rules } = options;
  refuseMistakes([
    (sweep === undefined) === (id === undefined)
      ? "Give the id of a sweep's digest, or one pool with --pool."
      : undefined,
    id === undefined ? undefined : badPoolIds([id]),
  ]);
  const at = await atTheDesk(options);
  const whole =
    sweep !== undefined
      ? await debtOfSweep(at.desk, sweep)
      : await Promise.all(
          (id === undefined ? [] : [id]).map((each) => debtOfPool(at.desk, poolOfId(at.account, each))),
        );
  const debt = onlyRules(whole, rules);
  const count = debt.reduce((sum, each) => sum + each.rules.length, 0);
  if (count === 0) {
    printText('There is no debt to accept.');
    return exitCode.compliant;
  }
  for (const each of debt) printText(debtText(each));
  const question = `Have ${counted(count, 'finding')} at ${counted(debt.length, 'pool')} put right?`;
  if (!options.yes && !(await ask(question))) return exitCode.findings;
  for (const { pool, rules: owed } of debt)
    await askOfPool(at, pool, { ...at.signed(), kind: 'accept', rules: owed.map(({ rule }) => rule) });
  printText(
    inert(
      `Accepted. It is put right at the next look: the next sweep, or at once with ${debt.length === 1 ? `lifeguard apply --pool ${debt[0]?.pool.id}` : 'lifeguard apply'}.`,
    ),
  );
  return exitCode.compliant;
};

const onlyRules = (debt: readonly PoolDebt[], rules: readonly string[]): readonly PoolDebt[] => {
  if (rules.length === 0) return debt;
  const owed = [...new Set(debt.flatMap((each) => each.rules.map(({ rule }) => rule)))];
  const unknown = rules.find((rule) => !owed.includes(rule));
  if (unknown !== undefined)
    throw new CliError(
      inert(
        `${unknown} is no rule with debt here${didYouMean(unknown, owed) || `; those are: ${owed.join(', ') || 'none'}.`}`,
      ),
      exitCode.usage,
    );
  return debt
    .map((each) => ({ ...each, rules: each.rules.filter(({ rule }) => rules.includes(rule)) }))
    .filter((each) => each.rules.length > 0);
};
