import { describe, expect, it } from 'vitest';
import { aSweeper, deployed, poolIds, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';

const underWay = {
  id: 'another',
  startedAt: '2026-11-23T09:55:00.000Z',
  step: 1,
  dueAt: '2026-11-23T10:00:00.000Z',
  regions: ['eu-west-1'],
  failures: 0,
  found: 180,
};

describe('starting a sweep', () => {
  it('begins the watch at the first ever, and completes it when every pool has been looked at', async () => {
    const { bring, run, record } = aSweeper();

    await bring(scheduled);
    const watch = record()?.watch;
    await run();

    expect(watch).toEqual({ since: '2026-11-23T10:00:00.000Z', isComplete: false });
    expect(record()?.watch).toEqual({ since: '2026-11-23T10:00:00.000Z', isComplete: true });
  });

  it('leaves the watch to be completed by a later sweep where pools could not be looked at', async () => {
    const { bring, run, record, counts } = aSweeper({ notes: { first: [] } });

    await bring(scheduled, 'first');
    await run();
    const watch = record()?.watch;
    await bring(scheduled, 'second');
    await run();

    expect(watch?.isComplete).toBe(false);
    expect(counts).toMatchObject({ PoolsMissed: 3 });
    expect(record()?.watch.isComplete).toBe(true);
  });

  it('takes the message’s own id for the sweep', async () => {
    const { bring, run, asked } = aSweeper();

    await bring(scheduled, 'its-message');
    await run();

    expect(asked.map(({ look }) => look.cause?.sweep)).toEqual(['its-message', 'its-message', 'its-message']);
  });

  it('is left to the sweep under way, where the schedule asks', async () => {
    const { bring, record, queue } = aSweeper({ record: anAccountRecord({ sweep: underWay }) });

    expect(await bring(scheduled)).toMatchObject({ kind: 'ignored' });

    expect(queue).toEqual([]);
    expect(record()?.sweep).toEqual(underWay);
  });

  it.each([
    ['a deployment', deployed()],
    ['a person', { schema: 'cognito-lifeguard/sweep/1', kind: 'start' }],
  ])('follows the sweep under way, where %s asks', async (_, body) => {
    const { bring, run, counts, asked, queue } = aSweeper({ record: anAccountRecord({ sweep: underWay }) });
    queue.push({ message: { kind: 'step', sweep: 'another', step: 1 }, comesAt: 0 });

    await bring(body);
    await run();

    expect(counts.SweepsCompleted).toBe(2);
    expect(asked).toHaveLength(6);
  });

  it('takes the place of a sweep that has been stuck for over an hour', async () => {
    const stuck = { ...underWay, dueAt: '2026-11-23T08:44:00.000Z' };
    const { bring, record } = aSweeper({ record: anAccountRecord({ sweep: stuck }) });

    await bring(scheduled, 'its-message');

    expect(record()?.sweep).toMatchObject({ id: 'its-message', step: 0 });
  });

  it('brought again, begins no second sweep', async () => {
    const { bring, run, counts } = aSweeper();

    await bring(scheduled, 'its-message');
    await bring(scheduled, 'its-message');
    await run();
    await bring(scheduled, 'its-message').catch(() => undefined);

    expect(counts.SweepsCompleted).toBe(1);
  });

  it('forged again and again, has one sweep follow the other, each at its pace', async () => {
    const { bring, run, asked, counts, queue, clock } = aSweeper({
      regions: { 'eu-west-1': poolIds('eu-west-1', 1_000) },
    });
    await bring(scheduled);
    await run(clock.now().getTime());

    for (let forged = 0; forged < 100; forged += 1) await bring(deployed());
    const underWay = queue.length;
    await run();

    expect(underWay).toBe(1);
    expect(counts.SweepsCompleted).toBe(2);
    expect(asked).toHaveLength(2_000);
  });
});
