import { describe, expect, it } from 'vitest';
import { aSweeper, poolIds, scheduled } from '../support/a-sweeper.ts';

const large = { 'eu-west-1': poolIds('eu-west-1', 1_000) };

describe('a step of a sweep', () => {
  it('asks for as many looks as come up in four minutes, and sends for the next one', async () => {
    const { bring, run, asked, queue, clock } = aSweeper({ regions: large });
    await bring(scheduled);

    await run(clock.now().getTime());

    expect(asked).toHaveLength(720);
    expect(asked.at(-1)?.look.seconds).toBe(239);
    expect(queue).toEqual([
      {
        message: { kind: 'step', sweep: 'message-1', step: 1 },
        comesAt: clock.now().getTime() + 240_000,
      },
    ]);
  });

  it('is taken once, however often its message comes', async () => {
    const { bring, run, asked } = aSweeper({ regions: large });
    const body = (step: number) => ({ schema: 'cognito-lifeguard/sweep/1', kind: 'step', sweep: 'it', step });
    await bring(scheduled, 'it');

    await bring(body(0));
    await bring(body(0));
    await run();
    await bring(body(1));

    expect(asked).toHaveLength(1_000);
  });

  it.each([
    ['another sweep', 'another', 0],
    ['a step that isn’t due', 'it', 7],
    ['a step that is none', 'it', -1],
  ])('is refused to a message that names %s', async (_, sweep, step) => {
    const { bring, asked } = aSweeper();
    await bring(scheduled, 'it');

    const swept = await bring({ schema: 'cognito-lifeguard/sweep/1', kind: 'step', sweep, step });

    expect(swept.kind).toBe('ignored');
    expect(asked).toEqual([]);
  });

  it('leaves a Region that can’t be listed for the end, and fails there', async () => {
    const { bring, run, asked, broken, counts } = aSweeper({
      regions: { 'eu-west-1': ['eu-west-1_A'], 'us-east-1': ['us-east-1_B'], 'us-west-2': ['us-west-2_C'] },
    });
    broken.add('eu-west-1');
    await bring(scheduled);

    await expect(run()).rejects.toThrow('The user pools of eu-west-1 could not be listed');

    expect(asked.map(({ look }) => look.pool.id)).toEqual(['us-east-1_B', 'us-west-2_C']);
    expect(counts).toEqual({ ListingsFailed: 2 });
  });

  it('goes on where a Region that couldn’t be listed can be again', async () => {
    const { bring, run, asked, broken, queue, clock } = aSweeper({
      regions: { 'eu-west-1': ['eu-west-1_A'] },
    });
    broken.add('eu-west-1');
    await bring(scheduled, 'it');
    const [message] = queue;
    await expect(run()).rejects.toThrow();
    broken.clear();
    if (message) queue.push({ ...message, comesAt: clock.now().getTime() + 360_000 });

    await run();

    expect(asked.map(({ look }) => look.pool.id)).toEqual(['eu-west-1_A']);
  });

  it.each(['askForLooks', 'later', 'replace'] as const)(
    'killed at %s, comes again: every pool is asked about, and the sweep ends',
    async (place) => {
      const { bring, run, asked, counts, sweeper, queue, clock } = aSweeper({ regions: large });
      await bring(scheduled, 'it');
      const [message] = queue;
      const target = place === 'replace' ? sweeper.book : sweeper;
      const whole = Reflect.get(target, place);
      Reflect.set(target, place, () => Promise.reject(new Error('killed')));
      await expect(run(clock.now().getTime())).rejects.toThrow('killed');
      Reflect.set(target, place, whole);
      if (message) queue.push({ ...message, comesAt: clock.now().getTime() + 360_000 });

      await run();

      expect(new Set(asked.map(({ look }) => look.pool.id)).size).toBe(1_000);
      expect(counts.SweepsCompleted).toBe(1);
    },
  );
});
