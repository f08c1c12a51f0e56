import { AccountClient, ListRegionsCommand, type ListRegionsCommandInput } from '@aws-sdk/client-account';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

const accountFixture = async () => {
  const fixture = await sandboxFixture();
  const client = new AccountClient(fixture.config());
  return { ...fixture, list: (input: ListRegionsCommandInput) => client.send(new ListRegionsCommand(input)) };
};

describe('ListRegions', () => {
  it('gives the Regions of the account with what they are', async () => {
    const { list } = await accountFixture();

    const { Regions, NextToken } = await list({});

    expect(Regions).toContainEqual({ RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' });
    expect(Regions).toContainEqual({ RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' });
    expect(NextToken).toBeUndefined();
  });

  it('gives those of the statuses that were asked for, page by page', async () => {
    const { list } = await accountFixture();
    const asked: ListRegionsCommandInput = {
      RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
      MaxResults: 2,
    };

    const first = await list(asked);
    const second = await list({ ...asked, NextToken: first.NextToken });

    const names = [first, second].map(({ Regions = [] }) => Regions.map(({ RegionName }) => RegionName));
    expect(names).toEqual([['eu-south-1', 'eu-west-1'], ['us-east-1']]);
    expect(second.NextToken).toBeUndefined();
  });

  it.each([
    [{ MaxResults: 51 }, 'ValidationException'],
    [{ RegionOptStatusContains: ['SOMETIMES' as 'ENABLED'] }, 'ValidationException'],
    [{ NextToken: 'unknown' }, 'ValidationException'],
    [{ AccountId: '1' }, 'ValidationException'],
    [{ AccountId: '111122223333' }, 'AccessDeniedException'],
  ])('refuses %j', async (input, name) => {
    const { list } = await accountFixture();

    await expect(list(input)).rejects.toMatchObject({ name });
  });

  it('can be denied', async () => {
    const { list, sandbox } = await accountFixture();
    sandbox.faults.add({ kind: 'access-denied', operation: 'ListRegions' });

    await expect(list({})).rejects.toThrow('account:ListRegions');
  });
});
