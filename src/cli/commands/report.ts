import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliError } from '../cli-error.ts';
import { cliWorld } from '../cli-world.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { listenForInterruption } from '../interruption.ts';
import { writeListing } from '../listing/write-listing.ts';
import { type LiveOptions, mistakesInLive } from '../live/live-options.ts';
import { lookAtPools } from '../live/look-at-pools.ts';
import { collectMisses } from '../live/misses.ts';
import { liveAccount, roundOf } from '../live/round-of.ts';
import { tellWithoutPools } from '../live/tell-left-out.ts';
import { packageVersion } from '../package-version.ts';
import { policiesIn } from '../policies.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';
import { reportMaker } from '../report-page/model/report-model.ts';
import { type SeenPool, seePool } from '../report-page/model/seen-pool.ts';
import { reportFiles } from '../report-page/report-files.ts';
import { reportHtml } from '../report-page/report-html.ts';
import { printError, printText } from '../terminal/print.ts';
import { isAnyRemembered, ledgerFact, pastsOf, whyUnread } from './report-pasts.ts';

export interface ReportOptions extends LiveOptions {
  readonly policies: string;
  /** `deployed`, `none` or a folder; where it is left out, a deployment's where there is one. */
  readonly ledger?: string;
  readonly stage: string;
  /** The file to write. */
  readonly output: string;
}

/**
 * Writes a report of live pools as one HTML file, whole or not at all. Needs cognito-idp:DescribeUserPool,
 * GetUserPoolMfaConfig and ListUserPools, and of the ledger what reads it; account:ListRegions for all Regions.
 * @returns the exit status
 */
export const report = async (options: ReportOptions): Promise<number> => {
  const { output } = options;
  refuseMistakes([...mistakesInLive(options), await folderMistake(output)]);
  const world = cliWorld(await policiesIn(options.policies));
  const account = await liveAccount(options);
  const pasts = await pastsOf(options, account.regions);
  const isNamed = options.pool.length > 0;
  const maker = reportMaker(
    {
      account: account.accountId,
      regions: isNamed ? [] : account.regions,
      isPartial: isNamed,
      madeAt: world.now().toISOString(),
      version: packageVersion,
      ...ledgerFact(pasts),
    },
    world.policies,
  );
  const codes: number[] = [];
  const seenIn = new Set<string>();
  const gone: string[] = [];
  const unlisted: string[] = [];
  const misses = collectMisses(options.allRegions);
  const interruption = listenForInterruption();
  const round = roundOf(options, account, world.pools, interruption);
  await lookAtPools(round, {
    look: (pool) => {
      const past = pasts.get(pool.region);
      return seePool(world, pool, past?.kind === 'remembered' ? past.memory.desk : undefined);
    },
    take: (seen) => {
      seenIn.add(seen.pool.region);
      maker.take(seen);
      codes.push(codeOf(seen, isNamed));
      if (seen.kind === 'unreadable')
        misses.add({ region: seen.pool.region, pool: seen.pool.id }, seen.error);
      else if (seen.outcome.kind === 'gone' && isNamed) gone.push(seen.pool.id);
    },
    miss: (place, error) => {
      // A ledger that can't be read: a report without it would say of debt that there is none.
      if (place.pool !== undefined) throw error;
      misses.add(place, error);
      unlisted.push(place.region);
    },
    empty: misses.addEmpty,
  });
  interruption.end();
  round.progress.clear();
  if (interruption.isAsked()) throw new CliError('Interrupted: no report was written.', exitCode.partly);
  const without = misses.withoutCognito();
  const unknown = unlisted.filter((region) => !without.includes(region));
  const model = maker.made({ unlisted: unknown, without });
  for (const { what, message } of misses.unreached())
    printError(`Not known: ${inert(what)}: ${inert(message)}`);
  if (!isNamed && unknown.length > 0 && unknown.length + without.length === account.regions.length)
    throw new CliError('No Region’s pools could be listed: no report was written.', exitCode.aws);
  tellWithoutPools(account, misses);
  await writeListing(reportHtml(model, await reportFiles()), output);
  for (const id of gone) printError(`There is no user pool ${inert(id)} in ${account.accountId}: left out.`);
  printText(`${model.sentence}\nTo see it, open ${pathToFileURL(resolve(output)).href}`);
  const unread = whyUnread(pasts, seenIn);
  if (unread.length > 0)
    printText(
      `No ledger was read${isAnyRemembered(pasts) ? ' of some pools' : ''}, so what is debt, and what was put right lately, it does not know: ${unread.join('; ')}.`,
    );
  return worst([...codes, unknown.length > 0 ? exitCode.aws : exitCode.compliant]);
};

/** @param isNamed true where a person named the pool: then it is their mistake if there is none */
const codeOf = (seen: SeenPool, isNamed: boolean): number => {
  if (seen.kind === 'unreadable') return exitCode.aws;
  return seen.outcome.kind === 'gone' && isNamed ? exitCode.usage : exitCodeOf(seen.outcome);
};

/** Before thousands of pools are read: a folder can't be written to. */
const folderMistake = async (file: string): Promise<string | undefined> => {
  const there = await stat(file).catch(() => undefined);
  return there?.isDirectory() ? `${inert(file)} is a folder: name a file in it.` : undefined;
};
