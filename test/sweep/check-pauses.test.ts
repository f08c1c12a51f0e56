import { describe, expect, it } from 'vitest';
import { aPause } from '../support/a-pause.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { anOwner } from '../support/an-owner.ts';

const check = { schema: 'cognito-lifeguard/sweep/1', kind: 'check-pauses' };
const pausing = (overrides = {}) => aSweeper({ record: anAccountRecord(), ...overrides });
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

describe('a pause', () => {
  it('is told when it begins and within seconds of its end, once each, and forgotten then', async () => {
    const { bring, run, pause, pauses, news, record } = pausing();
    const told: [string, string][] = [];
    pause(aPause());

    await bring(check);
    told.push(...news.map(({ kind, at: when }): [string, string] => [kind, when]));
    await run();

    expect(news.map(({ kind, at: when }) => [kind, when])).toEqual([
      ['pause-begun', '2026-11-23T10:00:00.000Z'],
      ['pause-ended', '2026-11-23T11:00:00.000Z'],
    ]);
    expect(told).toHaveLength(1);
    expect(pauses()).toEqual([]);
    expect(record()?.pausesTold).toEqual([]);
  });

  it('has a sweep begin when it is over', async () => {
    const { bring, run, pause, asked } = pausing();
    pause(aPause());

    await bring(check);
    await run();

    expect(asked).toHaveLength(3);
    expect(asked.every(({ comesAt }) => comesAt >= at('11:00:00'))).toBe(true);
  });

  it('of one pool has that pool looked at when it is over', async () => {
    const { bring, run, pause, asked } = pausing();
    const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Paused';
    pause(aPause({ pool }));

    await bring(check);
    await run();

    expect(asked).toMatchObject([{ look: { pool: { arn: pool }, seconds: 0 }, comesAt: at('11:00:00') }]);
  });

  it('of one pool names whom its ARN belongs to, at its beginning and its end', async () => {
    const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Paused';
    const owners = [anOwner({ pools: { arns: [pool] } }), anOwner({ name: 'tagged' })];
    const { bring, run, pause, news } = pausing({ policies: aPolicySet({ owners }) });
    pause(aPause({ pool }));
    pause(aPause({ id: 'for-all' }));

    await bring(check);
    await run();

    const certain = [{ name: 'checkout-team', claimed: false }];
    expect(news.map((each) => [each.kind, 'owners' in each && each.owners])).toEqual([
      ['pause-begun', certain],
      ['pause-begun', false],
      ['pause-ended', certain],
      ['pause-ended', false],
    ]);
  });

  it('is told by the next sweep where nobody asked for a check', async () => {
    const { bring, pause, news } = pausing();
    pause(aPause());

    await bring(scheduled);

    expect(news).toMatchObject([{ kind: 'pause-begun', pause: aPause() }]);
  });

  it('is over when a person takes it away before its end', async () => {
    const { bring, pause, sweeper, news, clock } = pausing();
    pause(aPause());
    await bring(check);
    clock.pass(60_000);
    await sweeper.book.resume(aPause());

    await bring(check);

    expect(news).toMatchObject([
      { kind: 'pause-begun' },
      { kind: 'pause-ended', at: '2026-11-23T10:01:00.000Z', pause: aPause() },
    ]);
  });

  it('that was over before anybody looked is told with both its ends', async () => {
    const { bring, pause, news, queue } = pausing({ start: '2026-11-23T12:00:00.000Z' });
    pause(aPause());

    await bring(check);

    expect(news.map(({ kind }) => kind)).toEqual(['pause-begun', 'pause-ended']);
    // Or whoever may pause could have sweeps follow one another without end.
    expect(queue).toEqual([]);
  });

  it('is told again where somebody puts it back that was told as over', async () => {
    const { bring, pause, sweeper, news } = pausing();
    for (let time = 0; time < 2; time += 1) {
      pause(aPause());
      await bring(check);
      await sweeper.book.resume(aPause());
      await bring(check);
    }

    expect(news.map(({ kind }) => kind)).toEqual([
      'pause-begun',
      'pause-ended',
      'pause-begun',
      'pause-ended',
    ]);
  });

  it('is told where somebody gives it the id of one that was told', async () => {
    const { bring, pause, sweeper, news, record } = pausing();
    const ofOnePool = aPause({ pool: 'arn:a' });
    pause(ofOnePool);
    await bring(check);
    await sweeper.book.resume(ofOnePool);
    pause(aPause());

    await bring(check);

    expect(news).toMatchObject([
      { kind: 'pause-begun', pause: ofOnePool },
      { kind: 'pause-begun', pause: aPause() },
      { kind: 'pause-ended', pause: ofOnePool },
    ]);
    expect(record()?.pausesTold).toEqual([aPause()]);
  });

  it('is told once where its check breaks off and comes again', async () => {
    const { bring, pause, news, beOutrun } = pausing();
    pause(aPause());
    beOutrun(5);
    await expect(bring(check)).rejects.toThrow('replaced by others 5 times');

    await bring(check);

    expect(news.map(({ kind }) => kind)).toEqual(['pause-begun']);
  });

  it.each([
    ['says it lasts for ever', { until: '9999-12-31T23:59:59.999Z' }, '2026-11-24T10:00:00.000Z'],
    [
      'says it begins some day',
      { at: '9999-12-30T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' },
      '2026-11-23T10:00:00.000Z',
    ],
  ])('that %s is over when looks don’t go by it any more', async (_, times, endedAt) => {
    const { bring, run, pause, pauses, news } = pausing();
    pause(aPause(times));

    await bring(check);
    await run(at('12:00:00') + 24 * 3_600_000);

    expect(news.map(({ kind, at: when }) => [kind, when])).toEqual([
      ['pause-begun', '2026-11-23T10:00:00.000Z'],
      ['pause-ended', endedAt],
    ]);
    expect(pauses()).toEqual([]);
  });

  it('keeps one check under way, however many messages ask for it', async () => {
    const { bring, pause, queue } = pausing();
    pause(aPause());

    for (let message = 0; message < 20; message += 1) await bring(check);

    expect(queue).toEqual([{ message: { kind: 'check-pauses' }, comesAt: at('10:15:00') }]);
  });

  it('has its end told in time where another one, that lasts longer, is under way', async () => {
    const { bring, run, pause, news } = pausing();
    pause(aPause());
    await bring(check);
    pause(aPause({ id: 'pause-2', pool: 'arn:a', until: '2026-11-23T10:05:00.000Z' }));

    await bring(check);
    await run();

    expect(news.map(({ kind, at: when }) => `${kind} ${when.slice(11, 19)}`)).toEqual([
      'pause-begun 10:00:00',
      'pause-begun 10:00:00',
      'pause-ended 10:05:00',
      'pause-ended 11:00:00',
    ]);
  });

  it('waits for the first sweep, where there was none', async () => {
    const { bring, pause, news } = aSweeper();
    pause(aPause());

    await bring(check);

    expect(news).toEqual([]);
  });

  it.each([1, 4])('is written down where others were faster %i times', async (times) => {
    const { bring, pause, record, beOutrun } = pausing();
    pause(aPause());
    beOutrun(times);

    await bring(check);

    expect(record()?.pausesTold).toEqual([aPause()]);
  });

  it('brings its check again where others were faster again and again', async () => {
    const { bring, pause, beOutrun } = pausing();
    pause(aPause());
    beOutrun(5);

    await expect(bring(check)).rejects.toThrow('replaced by others 5 times');
  });
});
