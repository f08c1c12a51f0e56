import { startSandbox } from '../../sandbox/sandbox.ts';
import { aRealisticPool } from './a-realistic-pool.ts';
import { changedLeaves } from './changed-leaves.ts';
import { clientOf } from './people.ts';
import { describer } from './stage.ts';
import { createPool, updatePool, weakening } from './weaken.ts';

/**
 * What the fix that scanners print does to a twin of the weakened pool, in a sandbox where nobody watches:
 * `aws cognito-idp update-user-pool --user-pool-id … --policies PasswordPolicy={MinimumLength=14}`.
 * @returns the paths that changed, the wanted one among them
 */
export const oneLineFix = async (): Promise<readonly string[]> => {
  const sandbox = await startSandbox();
  try {
    const client = clientOf(sandbox, 'AKIASCANNER');
    const id = await createPool(client, aRealisticPool);
    await updatePool(client, weakening(id));
    const before = await describer(sandbox)(id);
    await updatePool(client, { UserPoolId: id, Policies: { PasswordPolicy: { MinimumLength: 14 } } });
    return changedLeaves(before, await describer(sandbox)(id)).changed;
  } finally {
    await sandbox.close();
  }
};
