import { inertJson } from '../../notify/inert-json.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import { ask } from '../ask.ts';
import type { DeskOptions } from '../at-the-desk.ts';
import { awsAccount } from '../aws-account.ts';
import { type Considered, considerAsRemembered } from '../by-hand/consider-as-remembered.ts';
import { enforceAll } from '../by-hand/enforce-all.ts';
import { cliWorld } from '../cli-world.ts';
import { haveTold } from '../desk/have-told.ts';
import { exitCode, exitCodeOf, worst } from '../exit-code.ts';
import { ledgerAt } from '../ledger-at.ts';
import { policiesIn } from '../policies.ts';
import { checkPoolIds } from '../pool-of-id.ts';
import { poolsOf } from '../pools-of.ts';
import { counted } from '../report/counted.ts';
import { heldText } from '../report/held-text.ts';
import { inert } from '../report/inert.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { printData, printText } from '../terminal/print.ts';

export interface ApplyOptions extends DeskOptions {
  readonly policies: string;
  /** Pool ids; none means every pool of the Region. */
  readonly pool: readonly string[];
  /** Writes without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** Shows what is planned for pools, asks once, and puts them right. Debt too: whoever asks accepts it. */
export const apply = async (options: ApplyOptions): Promise<number> => {
  checkPoolIds(options.pool);
  const policies = await policiesIn(options.policies);
  const account = await awsAccount(options.region);
  const { looks, desk, isDeployed } = await ledgerAt(options, account);
  const world = cliWorld(policies, looks);
  const say = (text: string): void => {
    if (options.format === 'text') printText(text);
  };
  const pauses = await desk.pauses();
  const considered: Considered[] = [];
  for await (const pool of poolsOf(world.pools, account, options.pool)) {
    const each = await considerAsRemembered(world, pool, { desk, pauses, isDeployed });
    considered.push(each);
    say(`${outcomeText(each.outcome)}${each.hold ? `\n  ${heldText(each.hold)}` : ''}\n`);
  }
  const planned = considered.filter(({ outcome, hold }) => outcome.kind === 'planned' && !hold);
  const changes = planned.reduce((sum, { outcome }) => sum + outcome.changes.length, 0);
  say(
    `${counted(considered.length, 'pool')} looked at in ${account.accountId}, ${account.region}: ${counted(changes, 'change')} planned.${planned.length > 0 ? '' : ' Nothing was written.'}`,
  );
  const question = `Write ${counted(changes, 'change')} to ${counted(planned.length, 'pool')} in account ${account.accountId}, by the policies in ${options.policies} (${policies.digest.slice(0, 19)})?`;
  const isAccepted = planned.length > 0 && (options.yes || (await ask(inert(question))));
  if (planned.length > 0 && !isAccepted) say('Nothing was written.');
  const written = isAccepted
    ? await enforceAll(
        world,
        planned.map(({ pool }) => pool),
        say,
      )
    : [];
  if (isDeployed) await haveTold({ account, stage: options.stage }, written);
  const outcomes = considered.map(
    ({ pool, outcome }) => written.find((each) => each.pool?.arn === pool.arn) ?? outcome,
  );
  if (options.format === 'json')
    printData(
      inertJson(
        outcomes.map((each) => visibleOutcome(each)),
        2,
      ),
    );
  const isPart = written.length > 0 && written.length < planned.length;
  const isMissing = options.pool.length > 0 && outcomes.some(({ kind }) => kind === 'gone');
  return worst([
    ...outcomes.map(exitCodeOf),
    ...(isPart ? [exitCode.partly] : []),
    ...(isMissing ? [exitCode.usage] : []),
  ]);
};
