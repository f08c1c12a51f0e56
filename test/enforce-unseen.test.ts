import { describe, expect, it } from 'vitest';
import { enforce } from '../src/enforce.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';

const minute = 60_000;

/** A pool that a sweep has seen, weakened by a call whose event never came, so many minutes before the next sweep. */
const aPoolChangedUnseen = async (minutesBefore: number) => {
  const governed = await aGovernedPool();
  const { world, pool, clock, change } = governed;
  const sweep = () =>
    enforce(world, pool, [{ kind: 'sweep', sweep: 'a-sweep', eventTime: clock.now().toISOString() }]);
  await sweep();
  clock.pass((60 - minutesBefore) * minute);
  await change(passwordsWith({ MinimumLength: 8 }));
  clock.pass(minutesBefore * minute);
  return { ...governed, sweep };
};

const unseen = [{ kind: 'changed-unseen', settings: ['Policies.PasswordPolicy.MinimumLength'] }];

describe('a change whose event never comes', () => {
  it('is put right by the sweep, and told as unseen', async () => {
    const { sweep } = await aPoolChangedUnseen(15);

    expect(await sweep()).toMatchObject({ kind: 'remediated', remarks: unseen });
  });

  it('is put right by the sweep, and told as unseen by the next one where its event could still come', async () => {
    const { sweep, clock } = await aPoolChangedUnseen(5);

    const first = await sweep();
    clock.pass(60 * minute);
    const second = await sweep();

    expect(first).toMatchObject({ kind: 'remediated', remarks: [] });
    expect(second).toMatchObject({ kind: 'compliant', remarks: unseen });
  });

  it('is told all the same where our own write comes back as an event in between', async () => {
    const { world, pool, sweep, clock } = await aPoolChangedUnseen(5);
    const { id } = await sweep();
    const echo = aCall({
      eventTime: clock.now().toISOString(),
      actor: { type: 'AssumedRole', userAgent: `cognito-lifeguard/${id}` },
    });
    clock.pass(1 * minute);
    await enforce(world, pool, [echo]);
    clock.pass(59 * minute);

    expect(await sweep()).toMatchObject({ kind: 'compliant', remarks: unseen });
  });

  it('is told once', async () => {
    const { sweep, clock } = await aPoolChangedUnseen(15);
    await sweep();
    clock.pass(60 * minute);

    expect(await sweep()).toMatchObject({ kind: 'compliant', remarks: [] });
  });

  it('is not unseen where its event comes late, between two sweeps', async () => {
    const { world, pool, sweep, clock } = await aPoolChangedUnseen(5);
    const eventTime = new Date(clock.now().getTime() - 5 * minute).toISOString();
    await sweep();
    clock.pass(2 * minute);

    await enforce(world, pool, [aCall({ eventTime })]);
    clock.pass(58 * minute);

    expect(await sweep()).toMatchObject({ kind: 'compliant', remarks: [] });
  });
});
