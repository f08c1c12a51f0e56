import {
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  ListTagsForResourceCommand,
  ListUserPoolsCommand,
  paginateListUserPools,
  SetRiskConfigurationCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

describe('Regions', () => {
  it('hide the pools of other Regions', async () => {
    // Prepare
    const { client, createPool } = await sandboxFixture();
    const id = await createPool();

    // Act
    const looking = client('AKIATEST', 'us-east-1').send(new DescribeUserPoolCommand({ UserPoolId: id }));

    // Assess
    await expect(looking).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('ListUserPools', () => {
  it('gives every pool once, page by page', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture();
    const created: string[] = [];
    for (let count = 0; count < 5; count += 1) created.push(await createPool());

    // Act
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListUserPools({ client: cognito, pageSize: 2 }, { MaxResults: 2 })) {
      pages.push((page.UserPools ?? []).map(({ Id }) => Id));
    }

    // Assess
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(created);
  });

  it.each([0, 61])('refuses %d results per page', async (MaxResults) => {
    // Prepare
    const { cognito } = await sandboxFixture();

    // Act
    const listing = cognito.send(new ListUserPoolsCommand({ MaxResults }));

    // Assess
    await expect(listing).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('DeleteUserPool', () => {
  it('refuses while deletion protection is active', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture();
    const id = await createPool({ DeletionProtection: 'ACTIVE' });

    // Act
    const deleting = cognito.send(new DeleteUserPoolCommand({ UserPoolId: id }));

    // Assess
    await expect(deleting).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('deletes a pool that is not protected', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool();

    // Act
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId: id }));

    // Assess
    await expect(look(id)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('tags', () => {
  it('are added, replaced and removed one by one', async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const id = await createPool({ UserPoolTags: { team: 'a', stage: 'dev' } });
    const { Arn: ResourceArn } = await look(id);

    // Act
    await cognito.send(new TagResourceCommand({ ResourceArn, Tags: { team: 'b', owner: 'x' } }));
    await cognito.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['stage'] }));

    // Assess
    const { Tags } = await cognito.send(new ListTagsForResourceCommand({ ResourceArn }));
    expect(Tags).toEqual({ team: 'b', owner: 'x' });
    expect((await look(id)).UserPoolTags).toEqual(Tags);
  });

  it("refuses AWS's own prefix", async () => {
    // Prepare
    const { cognito, createPool, describe: look } = await sandboxFixture();
    const { Arn: ResourceArn } = await look(await createPool());

    // Act
    const tagging = cognito.send(new TagResourceCommand({ ResourceArn, Tags: { 'aws:x': 'y' } }));

    // Assess
    await expect(tagging).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('app clients and risk', () => {
  it('creates, changes and deletes a client', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture();
    const UserPoolId = await createPool();

    // Act
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web', GenerateSecret: true }),
    );
    const ClientId = UserPoolClient?.ClientId;
    const updated = await cognito.send(
      new UpdateUserPoolClientCommand({ UserPoolId, ClientId, PreventUserExistenceErrors: 'ENABLED' }),
    );
    await cognito.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));

    // Assess
    expect(updated.UserPoolClient).toMatchObject({
      ClientId,
      ClientName: 'web',
      PreventUserExistenceErrors: 'ENABLED',
    });
    const again = cognito.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
    await expect(again).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('refuses a risk configuration where threat protection is off', async () => {
    // Prepare
    const { cognito, createPool } = await sandboxFixture();
    const UserPoolId = await createPool();

    // Act
    const setting = cognito.send(new SetRiskConfigurationCommand({ UserPoolId }));

    // Assess
    await expect(setting).rejects.toMatchObject({ name: 'UserPoolAddOnNotEnabledException' });
  });
});
