import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { aTrail } from '../../../src/sandbox/cloudtrail/trails.ts';
import { sandboxFixture } from '../sandbox-fixture.ts';

const fixture = async () => {
  const made = await sandboxFixture();
  return { ...made, client: new CloudTrailClient(made.config()) };
};

const arn = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events';

describe('the sandbox’s CloudTrail', () => {
  it('shows a trail of another Region that records this one, unless shadow trails are left out', async () => {
    const { client } = await fixture();

    const all = await client.send(new DescribeTrailsCommand({}));
    const own = await client.send(new DescribeTrailsCommand({ includeShadowTrails: false }));

    expect(all.trailList).toMatchObject([
      { TrailARN: arn, HomeRegion: 'us-east-1', IsMultiRegionTrail: true },
    ]);
    expect(own.trailList).toEqual([]);
  });

  it('knows a shadow trail by its ARN and not by its name', async () => {
    const { client } = await fixture();

    expect(await client.send(new GetTrailStatusCommand({ Name: arn }))).toMatchObject({ IsLogging: true });
    await expect(client.send(new GetTrailStatusCommand({ Name: 'management-events' }))).rejects.toMatchObject(
      { name: 'TrailNotFoundException' },
    );
    expect(await client.send(new GetEventSelectorsCommand({ TrailName: arn }))).toMatchObject({
      EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
    });
  });

  it.each([
    ['no trail', []],
    ['a trail that is turned off', [aTrail({ isLogging: false })]],
    ['a trail of another Region alone', [aTrail({ isMultiRegion: false })]],
    ['a trail of reads', [aTrail({ selectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly' }] } })]],
  ])('gives EventBridge no event of a call where there is %s', async (_, trails) => {
    const { sandbox, createPool } = await fixture();
    sandbox.trails.set(trails);
    sandbox.targetRule({ pattern: { source: ['aws.cognito-idp'] }, queueName: 'calls', region: 'eu-west-1' });

    await createPool();

    const queue = sandbox.queues.wired('calls', 'eu-west-1');
    expect(sandbox.queues.receive(queue, 10)).toEqual([]);
    expect(sandbox.trail).toHaveLength(1);
  });
});
