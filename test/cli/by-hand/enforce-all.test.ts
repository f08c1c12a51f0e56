import { afterEach, describe, expect, it, vi } from 'vitest';
import { enforceAll } from '../../../src/cli/by-hand/enforce-all.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { aGovernedPool, passwordsWith } from '../../support/a-governed-pool.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const other = poolRef('111122223333', 'eu-west-1', 'eu-west-1_ZyXwVu987');

describe('pools that are put right one after the other', () => {
  it('are left between two of them when somebody types Ctrl-C, and what was done is said', async () => {
    const { world, pool, change } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const said: string[] = [];
    const tell = async (): Promise<void> => {
      process.emit('SIGINT');
    };

    const outcomes = await enforceAll({ ...world, tell }, [pool, other], (text) => said.push(text));

    expect(outcomes).toMatchObject([{ kind: 'remediated' }]);
    expect(said.at(-1)).toBe('Written: 1 change to 1 pool.');
    expect(complaint).toHaveBeenLastCalledWith(
      'Not done: eu-west-1_ZyXwVu987. To go on, run the command again.',
    );
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('are left at the first that is out of reach, and what was done is said', async () => {
    const { world, pool, change, sandbox } = await aGovernedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    vi.spyOn(console, 'error').mockReturnValue();
    const said: string[] = [];
    const tell = async (): Promise<void> => {
      sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });
    };

    const enforcing = enforceAll({ ...world, tell }, [pool, other], (text) => said.push(text));

    await expect(enforcing).rejects.toThrow("Can't read user pool");
    expect(said.at(-1)).toBe('Written: 1 change to 1 pool.');
  });
});
