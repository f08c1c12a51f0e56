import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { day } from '../../history/times.ts';
import { inertJson } from '../../notify/inert-json.ts';
import { backtestText, unreadRegionLines } from '../backtest/backtest-text.ts';
import { type Progress, progressFrom } from '../backtest/progress.ts';
import { readHistory } from '../backtest/read-history.ts';
import type { BacktestReport, Period } from '../backtest/report.ts';
import { countFiles, takeFiles } from '../backtest/take-files.ts';
import { type Tally, tallyFor } from '../backtest/tally.ts';
import { CliError } from '../cli-error.ts';
import { exitCode, worst } from '../exit-code.ts';
import { writeListing } from '../listing/write-listing.ts';
import { checkRegions, tellDoubt } from '../live/check-regions.ts';
import { enabledRegions } from '../live/enabled-regions.ts';
import { policiesIn } from '../policies.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { printAs, printError } from '../terminal/print.ts';

export interface BacktestOptions {
  readonly policies: string;
  /** How many days of CloudTrail's event history. */
  readonly days?: number;
  /** A folder of CloudTrail's log files, in place of the history. */
  readonly from?: string;
  /** Regions whose history is read; none means the one that the SDK's settings name. */
  readonly region: readonly string[];
  /** Every Region that the account has enabled, in place of those. */
  readonly allRegions: boolean;
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly quiet: boolean;
}

/**
 * Holds recorded changes against policies that needn't have been in force. Writes nothing to AWS; of it it needs
 * cloudtrail:LookupEvents, account:ListRegions for all Regions, and for log files nothing.
 * @returns `findings` where a change asked for what a rule forbids, `aws` where a Region's history can't be read
 * @throws CliError where neither or both sources are given, or nothing could be read
 */
export const backtest = async (options: BacktestOptions): Promise<number> => {
  const { policies, days, from, region, allRegions, format, output, quiet } = options;
  refuseMistakes([
    (days === undefined) === (from === undefined)
      ? 'Say what to read: either --days N of CloudTrail’s history, or --from DIR with its log files.'
      : undefined,
    from !== undefined && (region.length > 0 || allRegions)
      ? '--region and --all-regions go with --days: log files say their own Region.'
      : undefined,
    region.length > 0 && allRegions ? 'Give --all-regions, or --region.' : undefined,
  ]);
  const tally = tallyFor(await policiesIn(policies));
  const period = days === undefined ? undefined : await periodOf(days, options);
  const progress = progressFrom({ stream: process.stderr, now: Date.now, quiet });
  try {
    if (period) await fromHistory(period, tally, progress);
    else await fromFiles(from ?? '', tally, progress, quiet);
  } finally {
    progress.end();
  }
  const report = tally.report(period);
  for (const mistake of report.unread.mistakes) printError(mistake);
  if (format === 'json' || output !== undefined)
    for (const line of unreadRegionLines(report)) printError(line);
  await writeListing(format === 'json' ? inertJson(report, 2) : backtestText(report, days), output, {
    print: printAs(format),
  });
  return worst([
    report.totals.forbidden > 0 ? exitCode.findings : exitCode.compliant,
    report.unread.regions.length > 0 ? exitCode.aws : exitCode.compliant,
  ]);
};

/** The days that end now, of the Regions that are meant. */
const periodOf = async (days: number, { region, allRegions }: BacktestOptions): Promise<Period> => {
  const to = new Date();
  const from = new Date(to.getTime() - days * day);
  const named = [...new Set(region)];
  if (named.length > 0) {
    await seeRegions(named);
    return { from, to, regions: named };
  }
  const home = await new CloudTrailClient({}).config.region().catch(() => {
    throw new CliError('No Region is set. Set AWS_REGION, or give --region.', exitCode.usage);
  });
  await seeRegions([home]);
  return { from, to, regions: allRegions ? await enabledRegions(home) : [home] };
};

/** @throws CliError where one of them doesn't exist */
const seeRegions = async (regions: readonly string[]): Promise<void> => {
  const doubt = await checkRegions(regions);
  if (doubt) tellDoubt(doubt);
};

const fromHistory = async (period: Period, tally: Tally, progress: Progress): Promise<void> => {
  if ((await readHistory(period, tally, progress)) > 0) return;
  throw new CliError(unreadRegionLines(tally.report(period)).join('\n'), exitCode.aws);
};

const fromFiles = async (path: string, tally: Tally, progress: Progress, quiet: boolean): Promise<void> => {
  const isSeen = process.stderr.isTTY && !quiet;
  const { files, records } = await takeFiles(
    path,
    tally,
    progress,
    isSeen ? await countFiles(path) : undefined,
  );
  const { unread }: BacktestReport = tally.report();
  if (records > unread.records) return;
  const why =
    files === 0
      ? 'no .json or .json.gz file in it.'
      : `no record of CloudTrail in ${counted(files, 'file')}.`;
  throw new CliError([...unread.mistakes, `${inert(path)}: ${why}`].join('\n'), exitCode.usage);
};
