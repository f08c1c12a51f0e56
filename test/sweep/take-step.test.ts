import { describe, expect, it } from 'vitest';
import { aSweeper, denied, poolIds, scheduled } from '../support/a-sweeper.ts';

/** Whole seconds from one time to another, both in milliseconds. */
const inSeconds = (at = Number.NaN, from = Number.NaN): number => Math.floor((at - from) / 1000);

const large = { 'eu-west-1': poolIds('eu-west-1', 1_000) };

describe('a step of a sweep', () => {
  it('asks for as many looks as come up in four minutes, and sends for the next one', async () => {
    const { bring, run, asked, queue, clock } = aSweeper({ regions: large });
    await bring(scheduled);
    const begunAt = clock.now().getTime();

    await run(begunAt);

    expect(asked).toHaveLength(900);
    expect(inSeconds(asked.at(-1)?.comesAt, begunAt)).toBe(2 + 239);
    expect(queue).toEqual([
      { message: { kind: 'step', sweep: 'message-1', step: 1 }, comesAt: expect.any(Number) },
    ]);
    expect(inSeconds(queue[0]?.comesAt, begunAt)).toBe(2 + 241);
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

  it('is not taken before its time, whoever asks for it', async () => {
    const { bring, run, asked, news, counts, clock } = aSweeper({ regions: large });
    const body = (step: number) => ({ schema: 'cognito-lifeguard/sweep/1', kind: 'step', sweep: 'it', step });
    await bring(scheduled, 'it');
    await bring(body(0));

    const early = [await bring(body(1)), await bring(body(1)), await bring(body(2))];

    expect(early.map(({ kind }) => kind)).toEqual(['ignored', 'ignored', 'ignored']);
    expect(asked).toHaveLength(900);
    await run();
    expect(asked).toHaveLength(1_000);
    expect(counts).toMatchObject({ SweepsCompleted: 1, PoolsMissed: 0 });
    expect(news.filter(({ kind }) => kind === 'digest')).toEqual([]);
    expect(clock.now().getTime()).toBeGreaterThan(Date.parse('2026-11-23T10:08:00.000Z'));
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

  it('goes through Regions side by side, each at the full pace', async () => {
    const { bring, run, asked, clock } = aSweeper({
      regions: { 'eu-west-1': poolIds('eu-west-1', 300), 'us-east-1': poolIds('us-east-1', 300) },
    });
    await bring(scheduled);
    const begunAt = clock.now().getTime();

    await run(begunAt);

    const last = (region: string) =>
      inSeconds(asked.findLast(({ look }) => look.pool.region === region)?.comesAt, begunAt);
    expect(asked).toHaveLength(600);
    // One clock for both: what one waits for, the other waits for as well.
    expect([last('eu-west-1'), last('us-east-1')]).toEqual([3 + 79, 3 + 79]);
  });

  it('tries a Region that can’t be listed three times more, and ends without it', async () => {
    const { bring, run, asked, broken, counts, record, news } = aSweeper({
      regions: { 'eu-west-1': ['eu-west-1_A'], 'us-east-1': ['us-east-1_B'], 'us-west-2': ['us-west-2_C'] },
    });
    broken.set('eu-west-1', denied);
    await bring(scheduled, 'it');

    await run();

    expect(asked.map(({ look }) => look.pool.id)).toEqual(['us-east-1_B', 'us-west-2_C']);
    expect(counts).toMatchObject({ ListingsFailed: 4, SweepsCompleted: 1, PoolsSwept: 2 });
    expect(record()?.watch.isComplete).toBe(false);
    expect(news).toContainEqual(
      expect.objectContaining({ kind: 'regions-unwatched', outside: [], unlisted: ['eu-west-1'] }),
    );
  });

  it('fails where no Region at all can be listed', async () => {
    const { bring, run, broken, counts } = aSweeper({
      regions: { 'eu-west-1': ['eu-west-1_A'], 'us-east-1': ['us-east-1_B'] },
    });
    broken.set('eu-west-1', denied).set('us-east-1', denied);
    await bring(scheduled);

    await expect(run()).rejects.toThrow('The user pools of eu-west-1 could not be listed');

    expect(counts).toEqual({ ListingsFailed: 2 });
  });

  it('takes up a Region where it was left', async () => {
    const { bring, run, asked, broken, clock } = aSweeper({
      regions: { 'eu-west-1': poolIds('eu-west-1', 1_000), 'us-east-1': poolIds('us-east-1', 1) },
    });
    await bring(scheduled);
    await run(clock.now().getTime());
    broken.set('eu-west-1', denied);
    clock.pass(1);
    await expect(run()).resolves.toBeUndefined();
    broken.clear();
    await bring(scheduled);

    await run();

    expect(asked).toHaveLength(900 + 1 + 1_001);
  });

  it('goes on where a Region that couldn’t be listed can be again', async () => {
    const { bring, run, asked, broken, queue, clock } = aSweeper({
      regions: { 'eu-west-1': ['eu-west-1_A'] },
    });
    broken.set('eu-west-1', denied);
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
