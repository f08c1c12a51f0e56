import { parseCloudTrail } from '../../change/parse-cloudtrail.ts';
import type { Ignored, PoolChange } from '../../change/pool-change.ts';
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
import { counted } from '../report/counted.ts';
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
  const say = (text: string): void => {
    if (options.format === 'text') console.log(text);
  };
  const outcomes: Outcome[] = [];
  for (const { file, event } of events) {
    say(file);
    const change = parseCloudTrail(event, account);
    outcomes.push(
      change.kind === 'ignored'
        ? printed(ignoredOutcome(world, change), say)
        : await replayChange(world, change, options, say),
    );
  }
  if (options.format === 'json') console.log(JSON.stringify(outcomes, undefined, 2));
  return worst(outcomes.map(exitCodeOf));
};

const printed = (outcome: Outcome, say: (text: string) => void): Outcome => {
  say(`${outcomeText(outcome)}\n`);
  return outcome;
};

const replayChange = async (
  world: World,
  { pool, cause }: PoolChange,
  { yes, dryRun }: ReplayOptions,
  say: (text: string) => void,
): Promise<Outcome> => {
  const planned = await consider(world, pool, [cause]);
  const canWrite = planned.kind === 'planned' && !dryRun;
  if (!canWrite || !yes) printed(planned, say);
  if (!canWrite) return planned;
  const question = `Write ${counted(planned.changes.length, 'change')} to ${pool.id}?`;
  return yes || (await ask(question)) ? printed(await enforce(world, pool, [cause]), say) : planned;
};

const ignoredOutcome = ({ newId, now, policies }: World, { reason, detail }: Ignored): Outcome => {
  const time = now().toISOString();
  const frame = { id: newId(), causes: [], policyDigest: policies.digest, startedAt: time, endedAt: time };
  return outcomeOfIgnored(frame, `${reason}: ${detail}`);
};
