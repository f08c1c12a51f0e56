import { SSMClient } from '@aws-sdk/client-ssm';
import { homeOf } from '../home-of.ts';
import { isOwnTable } from '../is-own-table.ts';
import { inert } from '../report/inert.ts';
import { knownIfAnswered } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { type DeployedParts, readParts } from './deployed-parts.ts';
import { parameterOf } from './parameter-of.ts';

/** What a deployment's parameters told. */
export interface Found {
  readonly check: Check;
  /** The ledger's table; absent where nothing told it. */
  readonly table?: string;
  readonly parts?: DeployedParts;
}

const name = 'deployment';

/**
 * Finds the deployment of a stage by its parameters.
 * @param hasTable false where it remembers in a folder, as in the sandbox
 */
export const findDeployment = async ({
  stage,
  region,
  hasTable,
}: {
  readonly stage: string;
  readonly region: string;
  readonly hasTable: boolean;
}): Promise<Found> => {
  let found: Omit<Found, 'check'> = {};
  const check = await knownIfAnswered(name, async () => {
    const client = new SSMClient({ region });
    const text = await parameterOf(client, stage, 'parts');
    const table = hasTable ? await parameterOf(client, stage, 'ledger') : undefined;
    const home = text === undefined ? await homeOf({ stage, region }) : undefined;
    if (home !== undefined)
      return wrong(
        name,
        `Lifeguard looks after ${inert(region)} from ${inert(home)}, where it is deployed.`,
        `lifeguard doctor --region ${inert(home)}`,
      );
    if (hasTable ? table === undefined : text === undefined)
      return wrong(
        name,
        `Lifeguard is not deployed in ${inert(region)} under stage ${inert(stage)}.`,
        'Deploy it: docs/deploy.md; or name another place with --region and --stage.',
      );
    if (table !== undefined && !isOwnTable(table))
      return wrong(
        name,
        `The parameter of the ledger names ${inert(table)}, which is no table of this account.`,
        'Find out who wrote that, and deploy again.',
      );
    found = { ...(table !== undefined && { table }) };
    const parts = text === undefined ? undefined : readParts(text);
    if (!parts)
      return unknown(
        name,
        `Lifeguard is deployed in ${inert(region)} by a version that does not tell its parts as this one reads them.`,
        'Deploy again with this version.',
      );
    found = { ...found, parts };
    return ok(
      name,
      `Lifeguard is deployed in ${inert(region)} under stage ${inert(stage)}, in mode ${inert(parts.mode)}.`,
    );
  });
  return { ...found, check };
};
