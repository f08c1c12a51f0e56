import { describe, expect, it, onTestFinished } from 'vitest';
import { checkTrails } from '../../build/check-trails.ts';
import { aTrail, type Trail } from '../../src/sandbox/cloudtrail/trails.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

const own = 'cognito-lifeguard-prod';

const sandboxWith = async (...trails: readonly Trail[]): Promise<Sandbox> => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  sandbox.trails.set(trails);
  return sandbox;
};

const saysOf = ({ url }: Sandbox, createTrail: boolean) =>
  checkTrails(
    {
      endpoint: url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIADEPLOYER', secretAccessKey: 'sandbox' },
    },
    { createTrail, own },
  );

describe('a deployment that is to make a trail', () => {
  it.each([
    ['there is none', []],
    ['the only one is turned off', [aTrail({ isLogging: false })]],
    ['the only one logs reads', [aTrail({ selectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly' }] } })]],
    ['the only one is of another Region', [aTrail({ isMultiRegion: false })]],
    ['the only one is its own, of the deployment before', [aTrail({ name: own, homeRegion: 'eu-west-1' })]],
  ])('goes on where %s', async (_, trails) => {
    const sandbox = await sandboxWith(...trails);

    expect(await saysOf(sandbox, true)).toEqual({ kind: 'go' });
  });

  it.each([
    ['another one', aTrail({ name: 'audit' }), 'audit'],
    ['the organization’s', aTrail({ name: 'all-accounts', isOrganization: true }), 'all-accounts'],
    ['that of a deployment in another Region', aTrail({ name: own, homeRegion: 'us-east-1' }), own],
  ])('is refused where %s logs, beside its own or not, and names it', async (_, trail, name) => {
    const sandbox = await sandboxWith(aTrail({ name: own, homeRegion: 'eu-west-1' }), trail);

    expect(await saysOf(sandbox, true)).toEqual({
      kind: 'refuse',
      because: expect.stringMatching(
        new RegExp(
          `^createTrail: the trail ${name} \\(arn:aws:cloudtrail:us-east-1:\\d{12}:trail/${name}\\) logs management events that write already, so no other is needed; deploy without createTrail$`,
        ),
      ),
    });
  });

  it.each([
    ['DescribeTrails', 'cloudtrail:DescribeTrails'],
    ['GetEventSelectors', 'cloudtrail:GetEventSelectors'],
  ])('is refused where %s is denied, and told what to add', async (operation, action) => {
    const sandbox = await sandboxWith(aTrail({ name: 'audit' }));
    sandbox.faults.add({ kind: 'access-denied', operation });

    expect(await saysOf(sandbox, true)).toEqual({
      kind: 'refuse',
      because: expect.stringContaining(`add ${action} to what you may do, or deploy without createTrail`),
    });
  });
});

describe('a deployment without createTrail', () => {
  it('is told that nothing will arrive where no trail logs', async () => {
    const sandbox = await sandboxWith(aTrail({ isLogging: false }));

    expect(await saysOf(sandbox, false)).toEqual({
      kind: 'warn',
      because: expect.stringContaining('No trail logs management events that write in eu-west-1'),
    });
  });

  it.each([
    ['a trail logs', undefined],
    ['that can not be seen', 'DescribeTrails'],
    ['a trail’s selectors can not be seen', 'GetEventSelectors'],
  ])('is told nothing where %s', async (_, denied) => {
    const sandbox = await sandboxWith(aTrail());
    if (denied) sandbox.faults.add({ kind: 'access-denied', operation: denied });

    expect(await saysOf(sandbox, false)).toEqual({ kind: 'go' });
  });
});
