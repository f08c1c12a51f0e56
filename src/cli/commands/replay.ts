import { parseCloudTrail } from '../../change/parse-cloudtrail.ts';
import type { Ignored, PoolChange } from '../../change/pool-change.ts';
import type { RegionChange } from '../../change/region-change.ts';
import { consider, enforce } from '../../enforce.ts';
import { inertJson } from '../../notify/inert-json.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import { poolRef } from '../../pool/pool-ref.ts';
import { outcomeOfIgnored } from '../../remediation/make-outcome.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';
import { ask } from '../ask.ts';
import { awsAccount } from '../aws-account.ts';
import { CliError } from '../cli-error.ts';
import { cliWorld } from '../cli-world.ts';
import { readEvents } from '../event-files.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { printData, printText } from '../terminal/print.ts';

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
  const say = (text: string): void => {
    if (options.format === 'text') printText(text);
  };
  const outcomes: Outcome[] = [];
  for (const { file, event } of events) {
    say(inert(file));
    const change = parseCloudTrail(event, account);
    for await (const concerned of concerning(world, change))
      outcomes.push(
        concerned.kind === 'ignored'
          ? printed(ignoredOutcome(world, concerned), say)
          : await replayChange(world, concerned, options, say),
      );
  }
  if (options.format === 'json')
    printData(
      inertJson(
        outcomes.map((outcome) => visibleOutcome(outcome)),
        2,
      ),
    );
  return worst(outcomes.map(exitCodeOf));
};

/** A change to one pool as it is; one that may have been to any pool of a Region as a change to each. */
async function* concerning(
  { pools }: World,
  change: PoolChange | RegionChange | Ignored,
): AsyncIterable<PoolChange | Ignored> {
  if (change.kind !== 'region-change') {
    yield change;
    return;
  }
  const { region, accountId, cause } = change;
  let isEmpty = true;
  try {
    for await (const id of pools.list(region)) {
      isEmpty = false;
      yield { kind: 'pool-change', pool: poolRef(accountId, region, id), cause };
    }
  } catch (error) {
    throw new CliError(`Can't list the user pools of ${region}: ${inert(String(error))}`, exitCode.aws);
  }
  if (isEmpty)
    yield { kind: 'ignored', reason: 'no-pools', detail: `${region} has no user pool, or no longer.` };
}

const printed = (outcome: Outcome, say: (text: string) => void): Outcome => {
  say(`${outcomeText(outcome)}\n`);
  return outcome;
};

const replayChange = async (
  world: World,
  { pool, cause }: PoolChange,
  { policies, yes, dryRun }: ReplayOptions,
  say: (text: string) => void,
): Promise<Outcome> => {
  const planned = await consider(world, pool, [cause]);
  const canWrite = planned.kind === 'planned' && !dryRun;
  if (!canWrite || !yes) printed(planned, say);
  if (!canWrite) return planned;
  const what = `${counted(planned.changes.length, 'change')} to ${pool.id} in account ${pool.accountId}`;
  const question = inert(`Write ${what}, by the policies in ${policies} (${shortDigest(world)})?`);
  return yes || (await ask(question)) ? printed(await enforce(world, pool, [cause]), say) : planned;
};

/** The digest's kind and its first 12 hexadecimal digits: `validate` prints them, too. */
const shortDigest = ({ policies }: World): string => policies.digest.slice(0, 'sha256:'.length + 12);

const ignoredOutcome = ({ newId, now, policies }: World, { reason, detail }: Ignored): Outcome => {
  const time = now().toISOString();
  const frame = { id: newId(), causes: [], policyDigest: policies.digest, startedAt: time, endedAt: time };
  return outcomeOfIgnored(frame, `${reason}: ${detail}`);
};
