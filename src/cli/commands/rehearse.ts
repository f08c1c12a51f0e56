import { randomUUID } from 'node:crypto';
import { inertJson } from '../../notify/inert-json.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import { ask } from '../ask.ts';
import { type AwsAccount, awsAccount } from '../aws-account.ts';
import { exitCode, worst } from '../exit-code.ts';
import { writeListing } from '../listing/write-listing.ts';
import { awaitRecord } from '../rehearsal/await-record.ts';
import { cleanUp } from '../rehearsal/clean-up.ts';
import { type Measured, measureOmission } from '../rehearsal/measure-omission.ts';
import { nonDefaultSettings, type Tier } from '../rehearsal/non-default-settings.ts';
import { perform } from '../rehearsal/perform.ts';
import { listenForStop, type Stoppable, StoppedError } from '../rehearsal/stoppable.ts';
import { createThrowaway, deleteThrowaway, namePrefix } from '../rehearsal/throwaway-pool.ts';
import { inert } from '../report/inert.ts';
import { measuredText } from '../report/measured-text.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { howToDelete, performedText, recordText } from '../report/rehearsal-text.ts';
import { printError, printText } from '../terminal/print.ts';

export interface RehearseOptions {
  readonly region?: string;
  readonly tier: Tier;
  /** Records what UpdateUserPool does to members that it is not told. */
  readonly measure: boolean;
  /** A file for what was measured, as JSON. */
  readonly output?: string;
  /** False where nobody waits for CloudTrail. */
  readonly wait: boolean;
  /** Only takes away what earlier rehearsals left. */
  readonly cleanUp: boolean;
  readonly yes: boolean;
}

/** A rehearsal under way. */
interface Rehearsal {
  readonly account: AwsAccount;
  readonly pools: Pools;
  readonly id: string;
  readonly stop: Stoppable;
  readonly options: RehearseOptions;
  /** The pool, as soon as there is one. */
  pool?: PoolRef;
}

/** Proves on the caller's own account, on a pool made for it, that a write changes what policy names and nothing else. */
export const rehearse = async (options: RehearseOptions): Promise<number> => {
  const account = await awsAccount(options.region);
  const pools = cognitoPools(() => new Date());
  const left = await cleanUp(pools, account, options);
  if (options.cleanUp) return left;
  const question = `Create a user pool ${namePrefix}… (tier ${options.tier}) in account ${account.accountId}, ${account.region}, change it and delete it again? It has no users, so it costs nothing.`;
  if (!options.yes && !(await ask(inert(question)))) {
    printText('Nothing was created.');
    return exitCode.findings;
  }
  const rehearsal: Rehearsal = {
    account,
    pools,
    id: randomUUID(),
    options,
    stop: listenForStop(() => {
      if (rehearsal.pool) printError(howToDelete(rehearsal.pool));
    }),
  };
  let code: number;
  try {
    code = await performed(rehearsal);
  } catch (error) {
    code = error instanceof StoppedError ? exitCode.findings : exitCode.aws;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    printError(
      error instanceof StoppedError ? 'Stopped.' : inert(`The rehearsal ended: ${name}: ${message}`),
    );
  }
  const deleted = rehearsal.pool ? await takeAway(rehearsal, rehearsal.pool) : exitCode.compliant;
  rehearsal.stop.end();
  return worst([code, deleted]);
};

const performed = async (rehearsal: Rehearsal): Promise<number> => {
  const { account, pools, id, stop, options } = rehearsal;
  const since = new Date();
  const settings = nonDefaultSettings(options.tier);
  const pool = await createThrowaway(account, id, settings, (created) => {
    rehearsal.pool = created;
    printText(
      `Created: pool ${created.id}, everything that tier ${options.tier} offers at another value than its default.`,
    );
  });
  stop.proceed();
  const shown = await perform(pools, pool, id, stop.proceed);
  printText(`\n${outcomeText(shown.outcome)}\n\n${performedText(shown)}`);
  stop.proceed();
  const measured = options.measure ? await measure(rehearsal, pool) : [];
  // What this command did not write has no record that names its outcome: there is nothing to wait for.
  const isOurs = shown.outcome.kind === 'remediated';
  const seen =
    options.wait && isOurs ? await record(rehearsal, pool, shown.outcome.id, since) : exitCode.compliant;
  const isProved = shown.moved.length === 0 && isOurs;
  const isSafe = measured.every((each) => each.isSafe);
  return worst([isProved && isSafe ? exitCode.compliant : exitCode.findings, seen]);
};

const measure = async (
  { pools, id, stop, account, options }: Rehearsal,
  pool: PoolRef,
): Promise<readonly Measured[]> => {
  const measured = await measureOmission(
    pools,
    pool,
    id,
    membersSet(options.tier),
    (done, total) => progress(`Measured ${done} of ${total} members`),
    stop.proceed,
  );
  printText(`\n${measuredText(measured)}`);
  if (options.output !== undefined) {
    const { region } = account;
    const whole = {
      schema: 'cognito-lifeguard/omission/1',
      at: new Date().toISOString(),
      region,
      tier: options.tier,
      members: measured,
    };
    await writeListing(inertJson(whole, 2), options.output);
  }
  return measured;
};

const record = async ({ stop }: Rehearsal, pool: PoolRef, outcome: string, since: Date): Promise<number> => {
  const found = await awaitRecord(pool, outcome, since, {
    wait: stop.wait,
    onWait: (seconds, most) =>
      progress(`CloudTrail has no record of the write yet: ${seconds} s of ${most} s`),
  });
  printText(`\n${recordText(found, outcome)}`);
  return found ? exitCode.compliant : exitCode.findings;
};

/** Members of a rehearsal's pool that aren't at their defaults; the default of the tier is ESSENTIALS. */
const membersSet = (tier: Tier): readonly string[] =>
  [...Object.keys(nonDefaultSettings(tier)), 'MfaConfiguration', 'UserPoolTags'].filter(
    (member) => member !== 'UserPoolTier' || tier !== 'ESSENTIALS',
  );

/** On standard error, and only where somebody watches. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) printError(text);
};

const takeAway = async ({ pools, id }: Rehearsal, pool: PoolRef): Promise<number> => {
  const why = await deleteThrowaway(pools, pool, id, true).catch((error: unknown) => String(error));
  if (why === undefined) {
    printText(`\nDeleted: pool ${pool.id}.`);
    return exitCode.compliant;
  }
  printError(`\nThe pool ${pool.id} could not be deleted: ${inert(why)}\n${howToDelete(pool)}`);
  return exitCode.partly;
};
