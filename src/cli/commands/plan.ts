import type { AskedCause } from '../../change/cause.ts';
import { consider } from '../../enforce.ts';
import { inertJson } from '../../notify/inert-json.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { type AwsAccount, awsAccount } from '../aws-account.ts';
import { cliWorld } from '../cli-world.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { checkPoolIds } from '../pool-of-id.ts';
import { poolsOf } from '../pools-of.ts';
import { counted } from '../report/counted.ts';
import { outcomeText } from '../report/outcome-text.ts';

export interface PlanOptions {
  readonly policies: string;
  /** Pool ids; none means every pool of the Region. */
  readonly pool: readonly string[];
  /** In place of the Region that the SDK's settings name. */
  readonly region?: string;
  readonly format: 'text' | 'json';
}

/**
 * Prints what would be done to pools, without doing it. Needs cognito-idp:DescribeUserPool,
 * GetUserPoolMfaConfig and ListUserPools, nothing that writes.
 */
export const plan = async ({ policies: folder, pool: ids, region, format }: PlanOptions): Promise<number> => {
  checkPoolIds(ids);
  const world = cliWorld(await policiesIn(folder));
  const account = await awsAccount(region);
  const asked: AskedCause = { kind: 'asked', eventTime: world.now().toISOString() };
  const outcomes: Outcome[] = [];
  for await (const pool of poolsOf(world.pools, account, ids)) {
    const outcome = await consider(world, pool, [asked]);
    outcomes.push(outcome);
    if (format === 'text') console.log(`${outcomeText(outcome)}\n`);
  }
  if (format === 'json')
    console.log(
      inertJson(
        outcomes.map((outcome) => visibleOutcome(outcome)),
        2,
      ),
    );
  else console.log(summary(outcomes, account));
  const missing = ids.length > 0 && outcomes.some(({ kind }) => kind === 'gone');
  return worst([...outcomes.map(exitCodeOf), ...(missing ? [exitCode.usage] : [])]);
};

const summary = (outcomes: readonly Outcome[], { accountId, region }: AwsAccount): string => {
  const changes = outcomes.reduce((sum, outcome) => sum + outcome.changes.length, 0);
  const refusals = outcomes.reduce((sum, outcome) => sum + outcome.refusals.length, 0);
  return `${counted(outcomes.length, 'pool')} looked at in ${accountId}, ${region}: ${counted(changes, 'change')} planned, ${refusals} refused. Nothing was written.${changes === 0 ? '' : ' What is remembered (pauses, debt, rules that rest after an undo) is not read: lifeguard apply reads it, and asks before it writes.'}`;
};
