import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import { type AwsAccount, awsAccount } from '../aws-account.ts';
import { CliError } from '../cli-error.ts';
import { cliWorld } from '../cli-world.ts';
import { NotDeployedError } from '../deployed-value.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { type LedgerInUse, ledgerAt } from '../ledger-at.ts';
import { packageRoot } from '../package-root.ts';
import { policiesIn } from '../policies.ts';
import { checkPoolIds } from '../pool-of-id.ts';
import { poolsOf } from '../pools-of.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { reportMaker } from '../report-page/model/report-model.ts';
import { outcomesOf, type SeenPool } from '../report-page/model/seen-pool.ts';
import { reportFiles } from '../report-page/report-files.ts';
import { reportHtml } from '../report-page/report-html.ts';

export interface ReportOptions {
  readonly policies: string;
  /** Pool ids; none means every pool of the Regions. */
  readonly pool: readonly string[];
  /** In place of the Region that the SDK's settings name; the first is where the deployment is looked for. */
  readonly region: readonly string[];
  /** `deployed`, `none` or a folder; where it is left out, a deployment's where there is one. */
  readonly ledger?: string;
  readonly stage: string;
  /** The file to write. */
  readonly output: string;
}

/**
 * Writes a report of live pools as one HTML file, whole or not at all. Needs cognito-idp:DescribeUserPool,
 * GetUserPoolMfaConfig and ListUserPools, and of the ledger what reads it.
 */
export const report = async (options: ReportOptions): Promise<number> => {
  const { policies: folder, pool: ids, region: regions, output } = options;
  checkPoolIds(ids);
  await checkIsFile(output);
  const world = cliWorld(await policiesIn(folder));
  const account = await awsAccount(regions[0]);
  const ledger = await ledgerIfAny(options, account);
  const where = ids.length > 0 ? [] : regions.length > 0 ? [...new Set(regions)] : [account.region];
  const maker = reportMaker(
    {
      account: account.accountId,
      regions: where,
      isPartial: ids.length > 0,
      madeAt: world.now().toISOString(),
      version: await ownVersion(),
      ...(ledger && { ledger: ledger.isDeployed ? 'of the deployment' : 'in a folder' }),
    },
    world.policies,
  );
  const codes: number[] = [];
  const unread: string[] = [];
  const gone: string[] = [];
  for await (const seen of outcomesOf(world, poolsIn(world.pools, account, ids, where), ledger?.desk)) {
    maker.take(seen);
    codes.push(codeOf(seen, ids.length > 0));
    if (seen.kind === 'unreadable') unread.push(seen.error.message);
    else if (seen.outcome.kind === 'gone' && ids.length > 0) gone.push(seen.pool.id);
  }
  const model = maker.made();
  await writeWhole(output, reportHtml(model, await reportFiles()));
  if (gone.length > 0) console.error(`There is no user pool ${gone.join(', ')}: left out.`);
  if (unread.length > 0)
    console.error(
      `${counted(unread.length, 'pool')} could not be read. The first: ${inert(unread[0] ?? '')}`,
    );
  console.log(
    `${model.sentence}\nThe report is in ${inert(output)}: open ${pathToFileURL(resolve(output)).href}`,
  );
  if (!ledger)
    console.log('No ledger was read: what is debt, and what was put right lately, it does not know.');
  return worst(codes);
};

/** What is remembered; undefined where nobody keeps a ledger here and none was asked for. */
const ledgerIfAny = async (
  { ledger, stage }: ReportOptions,
  account: AwsAccount,
): Promise<LedgerInUse | undefined> => {
  if (ledger === 'none') return undefined;
  try {
    return await ledgerAt({ ...(ledger !== undefined && { ledger }), stage }, account);
  } catch (error) {
    if (error instanceof NotDeployedError && ledger === undefined) return undefined;
    if (error instanceof CliError)
      throw new CliError(`${error.message} --ledger none makes the report without one.`, error.exitCode);
    throw error;
  }
};

async function* poolsIn(
  pools: Pools,
  account: AwsAccount,
  ids: readonly string[],
  regions: readonly string[],
): AsyncIterable<PoolRef> {
  if (ids.length > 0) yield* poolsOf(pools, account, ids);
  for (const region of regions) yield* poolsOf(pools, { ...account, region }, []);
}

/** @param isNamed true where a person named the pool: then it is their mistake if there is none */
const codeOf = (seen: SeenPool, isNamed: boolean): number => {
  if (seen.kind === 'unreadable') return exitCode.aws;
  return seen.outcome.kind === 'gone' && isNamed ? exitCode.usage : exitCodeOf(seen.outcome);
};

const ownVersion = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
};

/** Before thousands of pools are read: a folder can't be written to. */
const checkIsFile = async (file: string): Promise<void> => {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory())
    throw new CliError(`${inert(file)} is a folder: name a file in it.`, exitCode.usage);
};

/** Writes beside the file first: whoever opens it finds the old report or the new one, never half of one. */
const writeWhole = async (file: string, text: string): Promise<void> => {
  const unfinished = join(dirname(file), `.${randomUUID()}.new`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new CliError(`Can't write ${inert(file)}: ${inert((error as Error).message)}`, exitCode.usage);
  }
};
