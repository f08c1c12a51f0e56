import type { PoolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import type { World } from '../../world.ts';
import { ask } from '../ask.ts';
import { considerAsRemembered } from '../by-hand/consider-as-remembered.ts';
import { enforceAll } from '../by-hand/enforce-all.ts';
import { writeLog } from '../by-hand/write-log.ts';
import { cliWorld } from '../cli-world.ts';
import { tellByDeployment } from '../desk/tell-by-deployment.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { listenForInterruption } from '../interruption.ts';
import type { LedgerOptions } from '../ledger-at.ts';
import { ledgersByRegion, type RegionLedger } from '../ledgers-by-region.ts';
import { type LiveOptions, mistakesInLive } from '../live/live-options.ts';
import { planPools } from '../live/plan-pools.ts';
import { type LiveAccount, liveAccount, roundOf } from '../live/round-of.ts';
import { policiesIn } from '../policies.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { checkCommand } from '../report/check-command.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { lookedAtText, regionsText } from '../report/looked-at-text.ts';
import { countPlan } from '../report/plan-totals.ts';
import { countRemains, type PoolRemains, type Remains, remainsOf } from '../report/remains.ts';
import { cutOffLines, notWrittenLines, writtenText } from '../report/write-log-text.ts';
import { printError } from '../terminal/print.ts';
import { type ApplyForm, type ApplyPrinter, applyPrinter } from './apply-printer.ts';

export interface ApplyOptions extends LiveOptions, LedgerOptions, ApplyForm {
  readonly policies: string;
}

/** What one call goes by, and what it adds up. */
interface Run {
  readonly options: ApplyOptions;
  readonly account: LiveAccount;
  readonly world: World;
  readonly ledgerOf: (region: string) => Promise<RegionLedger>;
  readonly printer: ApplyPrinter;
  /** What takes the bar away that is drawn at the time. */
  readonly bar: { clear: () => void };
  readonly remains: Remains;
  readonly codes: number[];
}

/** A pool that is to be written to: all that is kept of its plan. */
interface ToWrite {
  readonly pool: PoolRef;
  readonly changes: number;
  /** What was shown of it, each change as text. */
  readonly shown: ReadonlySet<string>;
  /** What remains where that doesn't come about. */
  readonly remains: PoolRemains;
}

/**
 * Shows what is planned for pools, asks once for all, and puts them right. Debt too: whoever asks accepts it. What is
 * remembered of a pool is in the ledger of its Region; pools of a Region without one are left out.
 * @returns the exit status
 */
export const apply = async (options: ApplyOptions): Promise<number> => {
  refuseMistakes(mistakesInLive(options));
  const policies = await policiesIn(options.policies);
  const account = await liveAccount(options);
  const bar = { clear: () => {} };
  const printer = applyPrinter(options, () => bar.clear());
  const run: Run = {
    ...{ options, account, printer, bar },
    world: cliWorld(policies),
    ledgerOf: ledgersByRegion(options),
    remains: countRemains(),
    codes: [],
  };
  const { toWrite, isInterrupted } = await planFor(run);
  const isWritten = !isInterrupted && (await isAccepted(run, toWrite));
  try {
    await (isWritten ? write : leave)(run, toWrite);
    if (run.remains.findings() > 0)
      printer.say(`${run.remains.text()} To list them: ${inert(checkCommand(options, run.remains.pools()))}`);
  } finally {
    await printer.end();
  }
  return worst(run.codes);
};

const planFor = async ({ options, account, world, ledgerOf, printer, bar, remains, codes }: Run) => {
  const interruption = listenForInterruption();
  const round = roundOf(options, account, world.pools, interruption);
  bar.clear = round.progress.clear;
  const totals = countPlan();
  const toWrite: ToWrite[] = [];
  const unreached = await planPools({
    ...{ round, interruption, account, world },
    memoryOf: ledgerOf,
    take: (considered) => {
      const { pool, outcome, hold } = considered;
      totals.add(outcome);
      printer.plan(considered);
      const left = remainsOf(outcome, hold !== undefined);
      if (outcome.kind === 'planned' && !hold) {
        toWrite.push({
          pool,
          changes: outcome.changes.length,
          shown: new Set(outcome.changes.map(asText)),
          remains: left,
        });
        return;
      }
      remains.add(pool, left);
      codes.push(exitCodeOf(outcome));
      if (outcome.kind === 'gone' && options.pool.length > 0) codes.push(exitCode.usage);
    },
  });
  const isInterrupted = interruption.isAsked();
  if (unreached.length > 0) codes.push(exitCode.aws);
  if (isInterrupted) codes.push(exitCode.partly);
  printer.say([...totals.text(), lookedAtText(totals, account)].join('\n'));
  return { toWrite, isInterrupted };
};

const isAccepted = async (
  { options, account, world }: Run,
  toWrite: readonly ToWrite[],
): Promise<boolean> => {
  if (toWrite.length === 0) return false;
  const changes = toWrite.reduce((sum, each) => sum + each.changes, 0);
  const regions = new Set(toWrite.map(({ pool }) => pool.region));
  const where = `account ${account.accountId}${account.regions.length > 1 ? ` (${regionsText([...regions].toSorted())})` : ''}`;
  return (
    options.yes ||
    ask(
      `Write ${counted(changes, 'change')} to ${counted(toWrite.length, 'pool')} in ${where}, by the policies in ${inert(options.policies)} (${world.policies.digest.slice(0, 19)})?`,
    )
  );
};

const write = async (run: Run, toWrite: readonly ToWrite[]): Promise<void> => {
  const { options, account, world, printer, bar, remains, codes } = run;
  const left = new Map<PoolRef, PoolRemains>();
  const shownOf = new Map(toWrite.map(({ pool, shown }) => [pool.arn, shown]));
  const log = writeLog(
    toWrite.map(({ pool }) => pool),
    (pool, { told, last }) => {
      for (const outcome of told) printer.done(outcome);
      codes.push(...[...told, last].map(exitCodeOf));
      left.set(pool, remainsOf(last, false));
    },
  );
  const interruption = listenForInterruption(() => cutOffLines(log));
  const round = roundOf(options, account, world.pools, interruption);
  bar.clear = round.progress.clear;
  try {
    await enforceAll(
      toWrite.map(({ pool }) => pool),
      {
        ...round,
        log,
        worldOf: (region) => worldOf(run, region),
        isAsShown: (now, snapshot) => isAsShown(run, now, snapshot, shownOf.get(snapshot.pool.arn)),
      },
    );
  } finally {
    interruption.end();
    round.progress.clear();
    printer.say(writtenText(log));
    for (const line of notWrittenLines(log)) printError(line);
  }
  for (const each of toWrite) remains.add(each.pool, left.get(each.pool) ?? each.remains);
  if (log.failed().length > 0) codes.push(exitCode.aws);
  if (interruption.isAsked() || (log.written().pools > 0 && left.size < toWrite.length))
    codes.push(exitCode.partly);
};

const asText = ({ setting, from, to }: SettingChange): string => JSON.stringify([setting, from, to]);

/**
 * Whether nothing would be written to a pool, as it is by now, but what somebody saw and accepted. Somebody else may
 * have changed it while the question stood.
 */
const isAsShown = async (
  { ledgerOf }: Run,
  world: World,
  snapshot: PoolSnapshot,
  shown: ReadonlySet<string> = new Set(),
): Promise<boolean> => {
  const seen = {
    ...world,
    pools: { ...world.pools, read: async () => ({ kind: 'snapshot', snapshot }) as const },
  };
  const { outcome } = await considerAsRemembered(seen, snapshot.pool, await ledgerOf(snapshot.pool.region));
  return outcome.changes.every((change) => shown.has(asText(change)));
};

const leave = async ({ printer, remains, codes }: Run, toWrite: readonly ToWrite[]): Promise<void> => {
  printer.say('Nothing was written.');
  for (const each of toWrite) remains.add(each.pool, each.remains);
  if (toWrite.length > 0) codes.push(exitCode.findings);
};

/** The world by which pools of a Region are put right: what is done is remembered in its ledger, and told by its deployment. */
const worldOf = async ({ options, account, world, ledgerOf }: Run, region: string): Promise<World> => {
  const { looks, isDeployed } = await ledgerOf(region);
  const at = { account: { ...account, region }, stage: options.stage };
  return { ...world, ledger: looks, ...(isDeployed && { tell: tellByDeployment(at) }) };
};
