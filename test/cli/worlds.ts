import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { passwordsWith } from '../support/a-governed-pool.ts';
import { type AtEnd, towards } from '../support/run-cli.ts';

/** The pool that the files in events/ name. */
export const poolId = 'eu-west-1_AbCdEf123';

/** What a command finds: settings in its environment, and what they lead to. */
interface CliWorld {
  readonly environment: { readonly [name: string]: string };
  readonly sandbox?: Sandbox;
  /** What the command gets in the place of `FOLDER`. */
  readonly folder?: string;
}

type MakeWorld = (atEnd: AtEnd) => Promise<CliWorld>;

/** A sandbox in which that pool has these settings in place of the realistic pool's. */
export const sandboxWith = async (
  settings: Partial<CreateUserPoolCommandInput> = {},
  atEnd: AtEnd = onTestFinished,
): Promise<Sandbox> => {
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: 'eu-west-1' });
  atEnd(() => sandbox.close());
  const client = new CognitoIdentityProviderClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });
  await client.send(new CreateUserPoolCommand({ ...aRealisticPool, ...settings }));
  for (const pool of sandbox.pools.all()) {
    sandbox.pools.delete(pool.region, pool.id);
    sandbox.pools.put({ ...pool, id: poolId, arn: pool.arn.replace(pool.id, poolId) });
  }
  return sandbox;
};

export const weakened = passwordsWith({ MinimumLength: 8 });

const onEssentials: Partial<CreateUserPoolCommandInput> = {
  ...passwordsWith({ MinimumLength: 8, PasswordHistorySize: 0 }),
  UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
  UserPoolTier: 'ESSENTIALS',
};

const sandboxed =
  (
    settings: Partial<CreateUserPoolCommandInput>,
    arrange: (sandbox: Sandbox) => void = () => {},
  ): MakeWorld =>
  async (atEnd) => {
    const sandbox = await sandboxWith(settings, atEnd);
    arrange(sandbox);
    return { environment: towards(sandbox.url), sandbox };
  };

const denied = (operation: string): MakeWorld =>
  sandboxed(weakened, ({ faults }) => {
    faults.add({ kind: 'access-denied', operation });
  });

const aFolderWith = async (files: { readonly [name: string]: string }, atEnd: AtEnd): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  atEnd(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

/** Clears the screen, paints it red, turns the reading direction and hides a letter. */
const paints = 'events\u001b[2J\u001b[31m\u009b\u202e\u00ad';

/** Every world that a scenario may name. */
export const worlds: { readonly [name: string]: MakeWorld } = {
  'nothing is set': async () => ({ environment: {} }),
  'a Region is set and no credentials': async () => ({ environment: { AWS_REGION: 'eu-west-1' } }),
  'nobody listens at the endpoint': async () => ({ environment: towards('http://127.0.0.1:1') }),
  'two files of three aren’t JSON': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith(
      { 'cut-off.json': '{"version": "0", "detail-type"\n', 'sound.json': '{}', 'table.json': 'id,time\n' },
      atEnd,
    ),
  }),
  'a file that isn’t JSON has a name that paints the terminal': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith({ [`${paints}.json`]: '{' }, atEnd),
  }),
  'the pool is weakened, and an event’s file has a name that paints the terminal': async (atEnd) => ({
    ...(await sandboxed(weakened)(atEnd)),
    folder: await aFolderWith({ [`${paints}.json`]: '{}' }, atEnd),
  }),
  'the pool is compliant': sandboxed({}),
  'the pool is weakened': sandboxed(weakened),
  'the pool is weakened, on tier ESSENTIALS': sandboxed(onEssentials),
  'the pool is compliant but for a rule that only notifies': sandboxed({ DeletionProtection: 'INACTIVE' }),
  'the pool has a name that paints the terminal': sandboxed(weakened, ({ pools }) => {
    const name = '\u001b[2J\u001b[31mcompliant\r\nall pools compliant\u202e <!channel>';
    pools.overwriteSettings('eu-west-1', poolId, { PoolName: name });
  }),
  'describing pools is not allowed': denied('DescribeUserPool'),
  'listing pools is not allowed': denied('ListUserPools'),
  'updating pools is not allowed': denied('UpdateUserPool'),
};
