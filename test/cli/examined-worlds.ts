import {
  CognitoIdentityProviderClient,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import type { Table } from '../../src/ledger/update-item.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import { aTrail } from '../../src/sandbox/cloudtrail/trails.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { accountKey, setAttribute } from '../ledger/a-dynamo-memory.ts';
import { startDynamo } from '../ledger/a-table.ts';
import { towards } from '../support/run-cli.ts';
import { type MakeWorld, poolId } from './a-cli-world.ts';
import { ledgersIn } from './deployment-worlds.ts';
import { abroad, home, poolAbroad, withTwin } from './region-worlds.ts';

const forwarder = 'cognito-lifeguard-prod-eu-west-1-forward';
const role = (name: string): string => `arn:aws:iam::111122223333:role/cognito-lifeguard-${name}`;

/** A developer adds a tag to the pool of each Region, and what that sets off comes to its end. */
const change = async (sandbox: Sandbox): Promise<void> => {
  const { UsernameAttributes, ...whole } = aRealisticPool;
  const UserPoolTags = { ...whole.UserPoolTags, release: '118' };
  for (const [region, UserPoolId] of [
    [home, poolId],
    [abroad, poolAbroad],
  ] as const) {
    const developer = new CognitoIdentityProviderClient({
      endpoint: sandbox.url,
      region,
      credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
    });
    await developer.send(new UpdateUserPoolCommand({ ...whole, UserPoolId, UserPoolTags }));
  }
  await sandbox.settled();
};

/** Lifeguard is deployed whole, a harmless change was looked at, and a sweep was over a moment ago. */
const whole =
  (
    spoil: (sandbox: Sandbox, table: Table) => void | Promise<void> = () => {},
    spoilFirst: (sandbox: Sandbox) => void = () => {},
  ): MakeWorld =>
  async (atEnd) => {
    const sandbox = await withTwin({}, atEnd);
    const dynamo = await startDynamo({ tellsItem: true });
    atEnd(() => dynamo.close());
    const table = await dynamo.table();
    const ledgers = ledgersIn(table);
    const loaded = await loadPolicies('policies');
    if (loaded.kind === 'mistakes') throw new Error('The policies have mistakes.');
    const { policies } = loaded;
    await deployInto({ sandbox, policies, ledgers, onOutcome: () => {} });
    sandbox.parameters.put('/cognito-lifeguard/prod/ledger', 'String', table.name, 'eu-west-1');
    const now = new Date().toISOString();
    await ledgers.book.replace(
      {
        watch: { since: now, isComplete: true },
        policies,
        policiesSince: now,
        pausesTold: [],
        exemptionsTold: [],
        swept: { startedAt: now, endedAt: now },
      },
      0,
    );
    spoilFirst(sandbox);
    await change(sandbox);
    await spoil(sandbox, table);
    const endpoint = await table.client.config.endpoint?.();
    return {
      environment: {
        ...towards(sandbox.url),
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint?.port}`,
      },
      sandbox,
    };
  };

const denying = (...operations: readonly string[]): MakeWorld =>
  whole(({ faults }) => {
    for (const operation of operations) faults.add({ kind: 'access-denied', operation });
  });

/** Worlds to examine: a deployment that works, and what can be wrong with one. */
export const examinedWorlds: { readonly [name: string]: MakeWorld } = {
  'Lifeguard works': whole(),
  'much is wrong with Lifeguard': whole(async (sandbox, table) => {
    sandbox.trails.set([
      aTrail({ isLogging: false }),
      aTrail({ name: 'reads', selectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly' }] } }),
    ]);
    sandbox.bus.changeRule('CognitoCallsRule', {
      isEnabled: false,
      pattern: { source: ['matches.nothing'] },
    });
    sandbox.bus.changeRule('WebAclRule', { queues: [] });
    sandbox.bus.removeRule('SweepSchedule');
    sandbox.bus.changeRule('DeployedRule', { input: '{}' });
    sandbox.bus.removeRule(forwarder);
    sandbox.queues.send(sandbox.queues.wired('notices-dead-letters', 'eu-west-1'), '{}');
    sandbox.roles.deny(role('on-pool-change'), 'cognito-idp:UpdateUserPool', 'organization');
    sandbox.roles.deny(role('on-notice'), 'sns:Publish');
    const { desk } = ledgersIn(table);
    await desk.pause({
      id: 'pause-1',
      by: 'arn:aws:iam::111122223333:user/ada',
      at: new Date().toISOString(),
      until: '2999-11-26T08:00:00.000Z',
      reason: 'sign-in fails\u001b[2J since noon',
    });
  }),
  'among the pauses stands what is none': whole(async (_, table) => {
    await setAttribute(table, accountKey, 'pauses', { SS: ['garbage', '{"until":"for ever"}'] });
  }),
  'the forwarder of another Region is disabled': whole(({ bus }) => {
    bus.changeRule(forwarder, { isEnabled: false });
    bus.changeRule('ForwardedCallsRule', { queues: [] });
  }),
  'the forwarder of another Region takes fewer calls, and nobody is told of it': whole(
    ({ bus }) => {
      bus.changeRule('cognito-lifeguard-prod-tampering-elsewhere', { isEnabled: false });
    },
    ({ bus }) => {
      bus.changeRule(forwarder, { pattern: { source: ['aws.cognito-idp'], account: ['999988887777'] } });
    },
  ),
  'nothing of Lifeguard may be looked at': denying(
    'DescribeTrails',
    'DescribeRule',
    'GetQueueAttributes',
    'ListSubscriptionsByTopic',
    'SimulatePrincipalPolicy',
    'LookupEvents',
  ),
  'a trail’s selectors may not be looked at': denying('GetEventSelectors'),
  'the trail is the organization’s, with advanced selectors': whole(({ trails }) => {
    const field = (Field: string, Equals: string) => ({ Field, Equals: [Equals] });
    const FieldSelectors = [field('eventCategory', 'Management'), field('readOnly', 'false')];
    const selectors = { AdvancedEventSelectors: [{ Name: 'writes', FieldSelectors }] };
    trails.set([aTrail({ name: 'all-accounts', isOrganization: true, selectors })]);
  }),
};
