import { setTimeout } from 'node:timers/promises';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { inertJson } from '../../notify/inert-json.ts';
import { backtestText } from '../backtest/backtest-text.ts';
import { lookUp } from '../backtest/look-up.ts';
import { type Progress, progressFrom } from '../backtest/progress.ts';
import { countFiles, takeFiles, takeText } from '../backtest/take-files.ts';
import { type Tally, tallyFor } from '../backtest/tally.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
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
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
}

/**
 * Holds recorded changes against policies that needn't have been in force. Writes nothing; of AWS it needs
 * cloudtrail:LookupEvents, and for log files nothing.
 * @returns `findings` where a change asked for what a rule forbids
 * @throws CliError where neither or both sources are given, or nothing could be read
 */
export const backtest = async (options: BacktestOptions): Promise<number> => {
  const { policies, days, from, format } = options;
  if ((days === undefined) === (from === undefined))
    throw new CliError(
      'Say what to read: either --days N of CloudTrail’s history, or --from DIR with its log files.',
      exitCode.usage,
    );
  if (from !== undefined && options.region.length > 0)
    throw new CliError('--region goes with --days: log files say their own Region.', exitCode.usage);
  const set = await policiesIn(policies);
  const tally = tallyFor(set);
  const progress = progressFrom({ stream: process.stderr, now: Date.now, quiet: options.quiet });
  try {
    if (from !== undefined) await fromFiles(from, tally, progress, options.quiet);
    else await fromHistory(days ?? 0, options.region, tally, progress);
  } finally {
    progress.end();
  }
  const to = new Date();
  const report = tally.report(
    days === undefined ? undefined : { from: new Date(to.getTime() - days * dayLength), to },
  );
  for (const mistake of report.unread.mistakes) printError(mistake);
  printAs(format)(format === 'json' ? inertJson(report, 2) : backtestText(report, days));
  return report.totals.forbidden > 0 ? exitCode.findings : exitCode.compliant;
};

const dayLength = 86_400_000;

const fromFiles = async (path: string, tally: Tally, progress: Progress, quiet: boolean): Promise<void> => {
  const isSeen = process.stderr.isTTY && !quiet;
  const { files, records } = await takeFiles(
    path,
    tally,
    progress,
    isSeen ? await countFiles(path) : undefined,
  );
  const { unread } = tally.report();
  if (records > unread.records) return;
  const why =
    files === 0
      ? 'no .json or .json.gz file in it.'
      : `no record of CloudTrail in ${counted(files, 'file')}.`;
  throw new CliError([...unread.mistakes, `${inert(path)}: ${why}`].join('\n'), exitCode.usage);
};

const fromHistory = async (
  days: number,
  regions: readonly string[],
  tally: Tally,
  progress: Progress,
): Promise<void> => {
  const to = new Date();
  const from = new Date(to.getTime() - days * dayLength);
  const covered = new Map<string, number>();
  let records = 0;
  const readRegion = async (client: CloudTrailClient, region: string): Promise<void> => {
    const onPage = (part: number): void => {
      covered.set(region, part);
      const all = [...covered.values()].reduce((sum, each) => sum + each, 0);
      progress.at(all / Math.max(1, regions.length), records, 'records');
    };
    const history = { client, region, from, to, now: () => new Date(), wait: setTimeout, onPage };
    for await (const text of lookUp(history)) {
      records += 1;
      takeText(tally, inert(region), text);
    }
  };
  const clients = (regions.length === 0 ? [undefined] : [...new Set(regions)]).map(
    (region) => new CloudTrailClient(region === undefined ? {} : { region }),
  );
  await Promise.all(
    clients.map(async (client) => {
      const region = await client.config.region().catch(() => {
        throw new CliError('No Region is set. Set AWS_REGION, or give --region.', exitCode.usage);
      });
      await readRegion(client, region);
    }),
  );
};
