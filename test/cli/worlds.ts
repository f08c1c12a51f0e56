import { readFile } from 'node:fs/promises';
import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { firstFiles } from '../../src/cli/init/first-files.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { towards } from '../support/run-cli.ts';
import { aFolderWith, type MakeWorld, onEssentials, poolId, sandboxWith, weakened } from './a-cli-world.ts';
import { deploymentWorlds } from './deployment-worlds.ts';
import { examinedWorlds } from './examined-worlds.ts';
import { exampleWorlds } from './example-worlds.ts';
import { memoryWorlds } from './memory-worlds.ts';
import { noticeWorlds } from './notice-worlds.ts';
import { regionWorlds } from './region-worlds.ts';
import { trailWorlds } from './trail-worlds.ts';

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

/** The same, with an empty folder to write to. */
const withFolder =
  (world: MakeWorld): MakeWorld =>
  async (atEnd) => ({ ...(await world(atEnd)), folder: await aFolderWith({}, atEnd) });

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
  'a folder is empty': async (atEnd) => ({ environment: {}, folder: await aFolderWith({}, atEnd) }),
  'a folder has a policy and owners already': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith(
      {
        'floor.yaml': await readFile(new URL('policies/floor/floor.yaml', import.meta.url), 'utf8'),
        'owners.yaml': 'owners: []\n',
      },
      atEnd,
    ),
  }),
  'a folder has all that init writes': async (atEnd) => {
    const files = await firstFiles({ mode: 'notify' });
    const contents = Object.fromEntries(files.map(({ name, content }) => [name, content]));
    return { environment: {}, folder: await aFolderWith(contents, atEnd) };
  },
  'a folder has a policy with a mistake': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith({ 'floor.yaml': 'name: floor\n' }, atEnd),
  }),
  'policies have an exemption that counts today': async (atEnd) => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const floor = await readFile(new URL('policies/floor/floor.yaml', import.meta.url), 'utf8');
    const exemptions = `exemptions:
  - pools: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${poolId}]
    rules: [password-minimum-length]
    floor: { atLeast: 10 }
    reason: Its users type on television sets.
    approver: security@example.com
    ticket: SEC-1
    granted: ${day(-1)}
    expires: ${day(30)}
`;
    return {
      environment: {},
      folder: await aFolderWith({ 'floor.yaml': floor, 'exemptions.yaml': exemptions }, atEnd),
    };
  },
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
  'the account has a Region that is newer than this version': async (atEnd) => {
    const regions = [{ name: 'eu-west-9', status: 'ENABLED' }] as const;
    const sandbox = await sandboxWith(weakened, atEnd, { regions });
    return { environment: towards(sandbox.url), sandbox };
  },
  'the pool is weakened, on tier ESSENTIALS': sandboxed(onEssentials),
  'the pool is compliant but for a rule that only notifies': sandboxed({ DeletionProtection: 'INACTIVE' }),
  'the pool has a name that paints the terminal': sandboxed(weakened, ({ pools }) => {
    const name = '\u001b[2J\u001b[31mcompliant\r\nall pools compliant\u202e <!channel>';
    pools.overwriteSettings('eu-west-1', poolId, { PoolName: name });
  }),
  'describing pools is not allowed': denied('DescribeUserPool'),
  'listing pools is not allowed': denied('ListUserPools'),
  'listing Regions is not allowed': denied('ListRegions'),
  'updating pools is not allowed': denied('UpdateUserPool'),
  'reading parameters is not allowed': denied('GetParameter'),
  'the pool is weakened, and there is an empty folder': withFolder(sandboxed(weakened)),
  'the pool is compliant, and there is an empty folder': withFolder(sandboxed({})),
  'reading parameters is not allowed, and there is an empty folder': withFolder(denied('GetParameter')),
  'there is no pool, and there is an empty folder': withFolder(
    sandboxed({}, ({ pools }) => {
      pools.delete('eu-west-1', poolId);
    }),
  ),
  'describing pools is not allowed, and there is an empty folder': withFolder(denied('DescribeUserPool')),
  ...memoryWorlds,
  ...deploymentWorlds,
  ...noticeWorlds,
  ...examinedWorlds,
  ...trailWorlds,
  ...exampleWorlds,
  ...regionWorlds,
};
