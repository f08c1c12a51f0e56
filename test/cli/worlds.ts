import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { passwordsWith } from '../support/a-governed-pool.ts';
import { towards } from '../support/run-cli.ts';
import { aFolderWith, type MakeWorld, poolId, sandboxWith, weakened } from './a-cli-world.ts';
import { deploymentWorlds } from './deployment-worlds.ts';
import { memoryWorlds } from './memory-worlds.ts';

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
  'a policy asks for deletion protection alone': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith(
      {
        'one.yaml':
          'name: one\ndescription: One rule.\nmode: notify\nappliesTo: {}\nrules:\n  - id: kept\n    severity: high\n    setting: DeletionProtection\n    equals: ACTIVE\n    why: A pool that is deleted takes its users with it.\n',
      },
      atEnd,
    ),
  }),
  'files that are no templates': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith(
      {
        'a.yaml': 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPol\n',
        'b.yaml': `name: ${paints}\nname: twice\n"${paints}": 1\n"${paints}": 2\n`,
        'text.bin': 'Resources: \0',
      },
      atEnd,
    ),
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
  'reading parameters is not allowed': denied('GetParameter'),
  ...memoryWorlds,
  ...deploymentWorlds,
};
