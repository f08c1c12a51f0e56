import type { Outcome } from '../../remediation/outcome.ts';
import { cliWorld } from '../cli-world.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { listenForInterruption } from '../interruption.ts';
import type { LedgerOptions } from '../ledger-at.ts';
import { type LiveOptions, mistakesInLive } from '../live/live-options.ts';
import { planPools } from '../live/plan-pools.ts';
import { liveAccount, roundOf } from '../live/round-of.ts';
import { type FoundMemory, memoryByRegion } from '../memory-by-region.ts';
import { policiesIn } from '../policies.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { lookedAtText } from '../report/looked-at-text.ts';
import { countPlan } from '../report/plan-totals.ts';
import { isRequestFormat } from '../request-text.ts';
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
  const pastOf = memoryByRegion(options);
  const pasts = new Map<string, FoundMemory>();
  const world = { ...cliWorld(policies), habits: { settleSeconds: 0, leavesDebt: true } };
  const interruption = listenForInterruption();
  const round = roundOf(options, account, world.pools, interruption);
  const totals = countPlan();
  const codes: number[] = [];
  const printer = planPrinter(options, policies, round.progress.clear);
  const unreached = await planPools({
    round,
    interruption,
    account,
    world,
    memoryOf: async (region) => {
      const past = await pastOf(region);
      pasts.set(region, past);
      return past.kind === 'remembered' ? past.memory : undefined;
    },
    take: (considered) => {
      const { outcome } = considered;
      totals.add(outcome);
      codes.push(exitCodeOf(outcome), ...(isMissing(options, outcome) ? [exitCode.usage] : []));
      printer.each(considered);
    },
  });
  const summary = [
    `${lookedAtText(totals, account)} Nothing was written.`,
    ...pastSentences([...pasts.values()]),
  ].join(' ');
  await printer.end(unreached, [...totals.text(), summary]);
  return worst([
    ...codes,
    unreached.length > 0 ? exitCode.aws : exitCode.compliant,
    interruption.isAsked() ? exitCode.partly : exitCode.compliant,
  ]);
};

const isMissing = ({ pool }: PlanOptions, { kind }: Outcome): boolean => pool.length > 0 && kind === 'gone';

/** By what is remembered a plan was made, and what of that isn't known. */
const pastSentences = (pasts: readonly FoundMemory[]): readonly string[] => {
  const remembered = pasts.flatMap((past) => (past.kind === 'remembered' ? [past.memory] : []));
  const unknown = pasts.flatMap((past) => (past.kind === 'unknown' ? [past.why] : []));
  const who = remembered.some(({ isDeployed }) => isDeployed)
    ? `the deployment${remembered.length === 1 ? '' : ' of each Region'} remembers`
    : 'the ledger remembers';
  return [
    ...(remembered.length > 0 ? [`By what ${who}.`] : []),
    ...(unknown.length > 0
      ? [
          `What a deployment would remember (pauses, debt, rules that rest after an undo, the tier to restore) isn't known: ${unknown.toSorted().join('; ')}.`,
        ]
      : []),
  ];
};
