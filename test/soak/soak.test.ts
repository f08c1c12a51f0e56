import { describe, expect, it } from 'vitest';
import { aDay } from './a-day.ts';
import { type Held, held } from './held.ts';

/** Two hours in the ordinary suite, a day where somebody says so. */
const hours = Number(process.env.SOAK_HOURS ?? 2);

/** Milliseconds: a day takes half a minute of a processor. */
const patience = 600_000;

/** What may be more in the end: bytes of what is compiled late, and connections that only the busiest minute needs. */
const more = { heap: 4_000_000, sockets: 8 };

const expectNoMore = (late: Held, early: Held): void => {
  expect(late.heap - early.heap).toBeLessThan(more.heap);
  expect(late.sockets - early.sockets).toBeLessThanOrEqual(more.sockets);
  expect(late.others).toEqual(early.others);
};

interface Settings {
  readonly Policies: { readonly PasswordPolicy: { readonly MinimumLength: number } };
}

const title = `put everything right, lose nothing, and hold after ${hours} hours what they held after the first`;

describe('a sandbox and Lifeguard in it', () => {
  it(title, { timeout: patience }, async () => {
    const day = await aDay(7);
    await day.pass(60);
    const early = held();

    await day.pass((hours - 1) * 60);

    const late = held();
    // Whoever undoes again and again is answered once an hour.
    await day.calm(130);
    const { sandbox, outcomes } = day;
    const lengths = sandbox.pools
      .all()
      .map(({ settings }) => (settings as unknown as Settings).Policies.PasswordPolicy.MinimumLength);
    expect(lengths.filter((length) => length < 14)).toEqual([]);
    expect(outcomes.get('remediated')).toBeGreaterThan(hours);
    expect(outcomes.get('failed')).toBeUndefined();
    for (const name of ['pool-changes', 'sweeps', 'notices'])
      expect(sandbox.queues.wired(`${name}-dead-letters`, 'eu-west-1').messages()).toEqual([]);
    expectNoMore(late, early);
    await day.end();
  });

  it('leave nothing behind when they end, however often', { timeout: patience }, async () => {
    const once = async (): Promise<void> => {
      const day = await aDay(1);
      await day.pass(3);
      await day.end();
    };
    await once();
    const early = held();

    for (let count = 0; count < 5; count += 1) await once();

    expectNoMore(held(), early);
  });
});
