import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { trailCheck } from '../../../src/cli/doctor/trail-check.ts';
import { aTrail, type Trail } from '../../../src/sandbox/cloudtrail/trails.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const accountId = '111122223333';

/** An account with these trails, in a Region of a deployment that looks after these. */
const examined = async (trails: readonly Partial<Trail>[], regions?: readonly string[]) => {
  const sandbox = await startSandbox();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  sandbox.trails.set(trails.map(aTrail));
  return trailCheck('trail', 'eu-west-1', { accountId, regions });
};

// CloudTrail user guide: a trail is changed, and the call recorded, in its home Region alone.
describe('whoever stops the trail', () => {
  const logs = 'The trail management-events logs writing calls of eu-west-1.';
  const untold =
    'Nobody is told of whoever stops it: that is recorded in ap-south-1 alone, its home, which is not among regions.';

  it('is said to be told to nobody where its home is not governed, which alone is not wrong', async () => {
    expect(await examined([{ homeRegion: 'ap-south-1' }], ['eu-west-1', 'us-east-1'])).toEqual({
      name: 'trail',
      state: 'ok',
      says: `${logs} ${untold}`,
    });
  });

  it.each([
    ['its home is governed', [{ homeRegion: 'us-east-1' }], ['eu-west-1', 'us-east-1']],
    [
      'it is another account’s, in which nobody here can stop it',
      [{ homeRegion: 'ap-south-1', isOrganization: true }],
      ['eu-west-1'],
    ],
    ['nobody knows what is governed', [{ homeRegion: 'ap-south-1' }], undefined],
  ] as const)('is not spoken of where %s', async (_, trails, regions) => {
    expect(await examined(trails, regions)).toMatchObject({ state: 'ok', says: logs });
  });

  it('is not spoken of where another trail that logs has its home in a governed Region', async () => {
    const trails = [{ name: 'far', homeRegion: 'ap-south-1' }, { homeRegion: 'eu-west-1' }];

    expect(await examined(trails, ['eu-west-1'])).toMatchObject({ state: 'ok', says: logs });
  });
});
