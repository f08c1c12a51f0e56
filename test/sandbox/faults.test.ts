import {
  DescribeUserPoolCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { REGION, sandboxFixture } from './sandbox-fixture.ts';

const tags = { UserPoolTags: { changed: 'yes' } };

describe('faults', () => {
  it('throttle as often as they are told, then let calls through', async () => {
    // Prepare
    const { sandbox, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    const fault = sandbox.faults.add({ kind: 'throttle', operation: 'DescribeUserPool', times: 2 });

    // Act
    const looks = [await nameOf(look(id)), await nameOf(look(id)), await nameOf(look(id))];

    // Assess
    expect(looks).toEqual(['TooManyRequestsException', 'TooManyRequestsException', 'answered']);
    expect(fault.reached).toBe(2);
  });

  it('meet only the pool that they name', async () => {
    // Prepare
    const { sandbox, createPool, describe: look } = await sandboxFixture();
    const [spared, met] = [await createPool(), await createPool()];
    sandbox.faults.add({ kind: 'throttle', poolId: met });

    // Act
    const looks = [await nameOf(look(spared)), await nameOf(look(met))];

    // Assess
    expect(looks).toEqual(['answered', 'TooManyRequestsException']);
  });

  it('conflict without effect', async () => {
    // Prepare
    const { sandbox, cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    sandbox.faults.add({ kind: 'conflict', operation: 'UpdateUserPool' });

    // Act
    const updating = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...tags }));

    // Assess
    await expect(updating).rejects.toMatchObject({
      name: 'ConcurrentModificationException',
      message: 'Only one request to update this UserPool can be processed at a time',
    });
    expect(await look(id)).toMatchObject({ UserPoolTags: {} });
  });

  it.each([
    ['before', {}],
    ['after', { changed: 'yes' }],
  ] as const)('break %s the effect', async (when, expected) => {
    // Prepare
    const { sandbox, cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    sandbox.faults.add({ kind: 'internal-error', when, operation: 'UpdateUserPool' });

    // Act
    const updating = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...tags }));

    // Assess
    await expect(updating).rejects.toMatchObject({
      name: 'InternalErrorException',
      $metadata: { httpStatusCode: 500 },
    });
    expect((await look(id)).UserPoolTags).toEqual(expected);
  });

  it('lose an answer after the effect', async () => {
    // Prepare
    const { sandbox, cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    sandbox.faults.add({ kind: 'lost-response', operation: 'UpdateUserPool' });

    // Act
    const updating = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...tags }));

    // Assess
    await expect(updating).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await look(id)).toMatchObject(tags);
    expect(sandbox.calls.find(({ operation }) => operation === 'UpdateUserPool')?.answer).toEqual({
      kind: 'lost',
    });
  });

  it('delay a write, and a second write to the pool meanwhile is a conflict', async () => {
    // Prepare
    const waits: number[] = [];
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const wait = (milliseconds: number) => {
      waits.push(milliseconds);
      reached.resolve();
      return gate.promise;
    };
    const { sandbox, cognito, createPool } = await sandboxFixture({ wait });
    const id = await createPool();
    sandbox.faults.add({ kind: 'delay', milliseconds: 500, operation: 'UpdateUserPool', times: 1 });

    // Act
    const first = cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, ...tags }));
    await reached.promise;
    const second = await nameOf(cognito.send(new UpdateUserPoolCommand({ UserPoolId: id })));
    gate.resolve();
    await first;
    const third = await nameOf(cognito.send(new UpdateUserPoolCommand({ UserPoolId: id })));

    // Assess
    expect([waits, second, third]).toEqual([[500], 'ConcurrentModificationException', 'answered']);
  });

  it("deny an action in IAM's words", async () => {
    // Prepare
    const { sandbox, client, createPool } = await sandboxFixture();
    const id = await createPool();
    sandbox.identity('AKIAROLE', {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/lifeguard/run',
      principalId: 'AROAEXAMPLE:run',
    });
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool', accessKeyId: 'AKIAROLE' });

    // Act
    const updating = client('AKIAROLE').send(new UpdateUserPoolCommand({ UserPoolId: id }));

    // Assess
    await expect(updating).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::111122223333:assumed-role/lifeguard/run is not authorized to perform: cognito-idp:UpdateUserPool on resource: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id} because no identity-based policy allows the cognito-idp:UpdateUserPool action`,
    });
  });

  it('reach other services by their own names', async () => {
    // Prepare
    const { sandbox, sns } = await sandboxFixture();
    sandbox.faults.add({ kind: 'access-denied', operation: 'Publish' });

    // Act
    const publishing = sns.send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:x', Message: 'x' }),
    );

    // Assess
    await expect(publishing).rejects.toMatchObject({ name: expect.stringMatching(/^AuthorizationError/) });
  });

  it('are over once removed', async () => {
    // Prepare
    const { sandbox, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();
    const fault = sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });

    // Act
    fault.remove();

    // Assess
    expect(await nameOf(look(id))).toBe('answered');
  });
});

describe('members from the future', () => {
  const describeRaw = async (post: Awaited<ReturnType<typeof sandboxFixture>>['post'], id: string) => {
    const { body } = await post(
      'AWSCognitoIdentityProviderService.DescribeUserPool',
      JSON.stringify({ UserPoolId: id }),
    );
    return body as { readonly UserPool: Record<string, unknown> };
  };
  const PLACES = [
    ['at the top', 'QuantumConfiguration', (value: unknown) => ({ QuantumConfiguration: value })],
    [
      'in a structure',
      'Policies.PasswordPolicy.Entropy',
      (value: unknown) => ({ Policies: { PasswordPolicy: { Entropy: value } } }),
    ],
    [
      'in a structure that is empty',
      'LambdaConfig.PreEverything',
      (value: unknown) => ({ LambdaConfig: { PreEverything: value } }),
    ],
    [
      'in every item of a list',
      'AccountRecoverySetting.RecoveryMechanisms[].Delay',
      (value: unknown) => ({
        AccountRecoverySetting: {
          RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email', Delay: value }],
        },
      }),
    ],
  ] as const;

  it.each(PLACES)(
    'are shown, %s, and invisible to an SDK that does not know them',
    async (_title, path, shaped) => {
      // Prepare
      const { sandbox, createPool, describe: look, post } = await sandboxFixture();
      const AccountRecoverySetting = {
        RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' } as const],
      };
      const id = await createPool({ AccountRecoverySetting });

      // Act
      sandbox.faults.add({ kind: 'future-member', path, value: { Level: 3 } });

      // Assess
      expect((await describeRaw(post, id)).UserPool).toMatchObject(shaped({ Level: 3 }));
      expect(JSON.stringify(await look(id))).not.toContain('Level":3');
    },
  );

  it.each(PLACES)(
    'are kept, %s, by an update that sends them and reset by one that does not',
    async (_title, path, shaped) => {
      // Prepare
      const { sandbox, cognito, createPool, post } = await sandboxFixture();
      const id = await createPool();
      const fault = sandbox.faults.add({ kind: 'future-member', path, value: 'old' });

      // Act
      const update = JSON.stringify({ UserPoolId: id, ...shaped('new') });
      await post('AWSCognitoIdentityProviderService.UpdateUserPool', update);
      const kept = (await describeRaw(post, id)).UserPool;
      await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));
      const reset = (await describeRaw(post, id)).UserPool;

      // Assess
      expect(kept).toMatchObject(shaped('new'));
      expect(JSON.stringify(reset)).not.toContain('new');
      expect(fault.reached).toBe(1);
    },
  );

  it('can be shown and not taken back', async () => {
    // Prepare
    const { sandbox, createPool, post } = await sandboxFixture();
    const id = await createPool();
    sandbox.faults.add({ kind: 'future-member', path: 'QuantumConfiguration', value: 1, refused: true });

    // Act
    const answer = await post(
      'AWSCognitoIdentityProviderService.UpdateUserPool',
      JSON.stringify({ UserPoolId: id, QuantumConfiguration: 1 }),
    );

    // Assess
    expect(answer).toMatchObject({
      errorType: 'InvalidParameterException',
      body: { message: 'Unknown parameter: QuantumConfiguration' },
    });
  });

  it('can stand in the MFA configuration', async () => {
    // Prepare
    const { sandbox, cognito, createPool, post } = await sandboxFixture();
    const id = await createPool();
    const read = async () =>
      (
        await post(
          'AWSCognitoIdentityProviderService.GetUserPoolMfaConfig',
          JSON.stringify({ UserPoolId: id }),
        )
      ).body;

    // Act
    sandbox.faults.add({
      kind: 'future-member',
      path: 'PalmMfaConfiguration',
      value: { Enabled: true },
      writtenBy: 'SetUserPoolMfaConfig',
    });
    const shown = await read();
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id }));
    const untouched = await read();
    await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId: id, MfaConfiguration: 'OFF' }));

    // Assess
    expect(shown).toEqual({ MfaConfiguration: 'OFF', PalmMfaConfiguration: { Enabled: true } });
    expect(untouched).toEqual(shown);
    expect(await read()).toEqual({ MfaConfiguration: 'OFF' });
  });

  it('are on pools that are made later', async () => {
    // Prepare
    const { sandbox, createPool, post } = await sandboxFixture();
    sandbox.faults.add({ kind: 'future-member', path: 'QuantumConfiguration', value: 1 });

    // Act
    const id = await createPool();

    // Assess
    expect((await describeRaw(post, id)).UserPool).toMatchObject({ QuantumConfiguration: 1 });
  });
});

describe('raw state', () => {
  it('shows what is stored, per Region', async () => {
    // Prepare
    const { sandbox, cognito, createPool } = await sandboxFixture();
    const id = await createPool({ UserPoolTags: { team: 'checkout' } });

    // Act
    await cognito.send(new DescribeUserPoolCommand({ UserPoolId: id }));

    // Assess
    expect(sandbox.pools.get(REGION, id)?.settings).toMatchObject({ UserPoolTags: { team: 'checkout' } });
    expect(sandbox.pools.get('us-east-1', id)).toBeUndefined();
  });
});

async function nameOf(sending: Promise<unknown>): Promise<string> {
  return sending.then(
    () => 'answered',
    (error: Error) => error.name,
  );
}
