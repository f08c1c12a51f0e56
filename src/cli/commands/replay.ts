import { parseCloudTrail } from '../../change/parse-cloudtrail.ts';
import type { Ignored } from '../../change/pool-change.ts';
import { consider, enforce } from '../../enforce.ts';
import { outcomeOfIgnored } from '../../remediation/make-outcome.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';
import { ask } from '../ask.ts';
import { awsAccount } from '../aws-account.ts';
import { cliWorld } from '../cli-world.ts';
import { readEvents } from '../event-files.ts';
import { exitCodeOf, worst } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { outcomeText } from '../report/outcome-text.ts';

export interface ReplayOptions {
  readonly policies: string;
  /** Writes without asking. */
  readonly yes: boolean;
  /** Writes nothing and asks nothing. */
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
}

/**
 * Takes recorded events down the path that they take in the Lambda. Writes only after a yes; tells nobody.
 * @param path an EventBridge event in a JSON file, or a folder of them
 */
export const replay = async (path: string, options: ReplayOptions): Promise<number> => {
  const events = await readEvents(path);
  const world = cliWorld(await policiesIn(options.policies));
  const account = await awsAccount();
  const outcomes: Outcome[] = [];
  for (const { file, event } of events) {
    if (options.format === 'text') console.log(`${file}`);
    const change = parseCloudTrail(event, account);
    const outcome =
      change.kind === 'ignored'
        ? ignoredOutcome(world, change)
        : await replayChange(world, change.pool, [change.cause], options);
    outcomes.push(outcome);
    if (options.format === 'text') console.log(`${outcomeText(outcome)}\n`);
  }
  if (options.format === 'json') console.log(JSON.stringify(outcomes, undefined, 2));
  return worst(outcomes.map(exitCodeOf));
};

const replayChange = async (
  world: World,
  pool: Parameters<typeof enforce>[1],
  causes: Parameters<typeof enforce>[2],
  { yes, dryRun, format }: ReplayOptions,
): Promise<Outcome> => {
  const planned = await consider(world, pool, causes);
  if (dryRun || planned.kind !== 'planned') return planned;
  if (!yes) {
    if (format === 'text') console.log(outcomeText(planned));
    if (!(await ask(`Write ${planned.changes.length} changes to ${pool.id}?`))) return planned;
  }
  return enforce(world, pool, causes);
};

const ignoredOutcome = ({ newId, now, policies }: World, { reason, detail }: Ignored): Outcome => {
  const time = now().toISOString();
  const frame = { id: newId(), causes: [], policyDigest: policies.digest, startedAt: time, endedAt: time };
  return outcomeOfIgnored(frame, `${reason}: ${detail}`);
};
