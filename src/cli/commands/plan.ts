import type { Outcome } from '../../remediation/outcome.ts';
import { considerAsRemembered } from '../by-hand/consider-as-remembered.ts';
import { cliWorld } from '../cli-world.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { type FoundMemory, findMemory } from '../find-memory.ts';
import { listenForInterruption } from '../interruption.ts';
import type { LedgerOptions } from '../ledger-at.ts';
import { type LiveOptions, mistakesInLive } from '../live/live-options.ts';
import { lookAtPools } from '../live/look-at-pools.ts';
import { collectMisses } from '../live/misses.ts';
import { type LiveAccount, liveAccount, roundOf } from '../live/round-of.ts';
import { tellLeftOut } from '../live/tell-left-out.ts';
import { policiesIn } from '../policies.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { countPlan, type PlanTotals } from '../report/plan-totals.ts';
import { isRequestFormat } from '../request-text.ts';
import { printError } from '../terminal/print.ts';
import { type PlanForm, planPrinter } from './plan-printer.ts';

export interface PlanOptions extends LiveOptions, LedgerOptions, PlanForm {
  readonly policies: string;
}

/**
 * Prints what would be done to pools, without doing it, by what is remembered where that is found. Needs
 * cognito-idp:DescribeUserPool, GetUserPoolMfaConfig and ListUserPools, nothing that writes.
 * @returns the exit status
 */
export const plan = async (options: PlanOptions): Promise<number> => {
  const { format } = options;
  refuseMistakes([
    ...mistakesInLive(options),
    isRequestFormat(format) && options.pool.length !== 1
      ? `--format ${format} prints one pool’s request: name the pool with --pool.`
      : undefined,
  ]);
  const policies = await policiesIn(options.policies);
  const account = await liveAccount(options);
  const past = await findMemory(options, account);
  const memory = past.kind === 'remembered' ? past.memory : undefined;
  const world = { ...cliWorld(policies), habits: { settleSeconds: 0, leavesDebt: true } };
  const interruption = listenForInterruption();
  const round = roundOf(options, account, world.pools, interruption);
  const misses = collectMisses(options.allRegions);
  const totals = countPlan();
  const codes: number[] = [];
  const printer = planPrinter(options, policies, round.progress.clear);
  const left = await lookAtPools(round, {
    look: (pool) => considerAsRemembered(world, pool, memory),
    take: (considered) => {
      const { outcome } = considered;
      totals.add(outcome);
      codes.push(exitCodeOf(outcome), ...(isMissing(options, outcome) ? [exitCode.usage] : []));
      printer.each(considered);
    },
    miss: misses.add,
    empty: misses.addEmpty,
  });
  interruption.end();
  round.progress.clear();
  const unreached = misses.unreached();
  for (const { what, message } of unreached) printError(`Not looked at: ${inert(what)}: ${inert(message)}`);
  tellLeftOut(account, misses, interruption, left);
  await printer.end(unreached, [...totals.text(), summary(totals, account, past)]);
  return worst([
    ...codes,
    unreached.length > 0 ? exitCode.aws : exitCode.compliant,
    interruption.isAsked() ? exitCode.partly : exitCode.compliant,
  ]);
};

const isMissing = ({ pool }: PlanOptions, { kind }: Outcome): boolean => pool.length > 0 && kind === 'gone';

const summary = (totals: PlanTotals, { accountId, regions }: LiveAccount, past: FoundMemory): string => {
  const where = regions.length > 3 ? counted(regions.length, 'Region') : regions.map(inert).join(', ');
  const done = `${counted(totals.pools(), 'pool')} looked at in ${accountId}, ${where}: ${counted(totals.changes(), 'change')} planned, ${totals.refused()} refused. Nothing was written.`;
  return past.kind === 'remembered'
    ? `${done} By what ${past.memory.isDeployed ? 'the deployment remembers' : 'the ledger remembers'}.`
    : `${done} What a deployment would remember (pauses, debt, rules that rest after an undo, the tier to restore) isn't known: ${past.why}.`;
};
