import { describe, expect, it } from 'vitest';
import { aSweeper, denied, poolIds, scheduled } from '../support/a-sweeper.ts';

const day = 86_400_000;
const unwatched = (sweeper: ReturnType<typeof aSweeper>) =>
  sweeper.news.filter(({ kind }) => kind === 'regions-unwatched');

/** A whole sweep, from the schedule to its end. */
const sweep = async ({ bring, run }: ReturnType<typeof aSweeper>): Promise<void> => {
  await bring(scheduled);
  await run();
};

describe('pools outside of the governed Regions', () => {
  it('are told with their Regions and numbers, once', async () => {
    const sweeper = aSweeper({
      outside: {
        'ap-south-1': poolIds('ap-south-1', 2),
        'eu-north-1': poolIds('eu-north-1', 61),
        'us-east-2': [],
      },
    });

    await sweep(sweeper);
    await sweep(sweeper);
    sweeper.clock.pass(day);
    await sweep(sweeper);

    expect(unwatched(sweeper)).toEqual([
      expect.objectContaining({
        governed: ['eu-west-1'],
        outside: [
          { region: 'ap-south-1', pools: 2 },
          { region: 'eu-north-1', pools: 61 },
        ],
        unlisted: [],
      }),
    ]);
  });

  it('are looked for once a day', async () => {
    const sweeper = aSweeper({ outside: { 'ap-south-1': [] } });
    const listings = () => sweeper.pages.filter(({ region }) => region === 'ap-south-1').length;

    await sweep(sweeper);
    await sweep(sweeper);
    expect(listings()).toBe(1);
    sweeper.clock.pass(day);
    await sweep(sweeper);

    expect(listings()).toBe(2);
  });

  it('are told again where a Region is new among them', async () => {
    const outside: Record<string, readonly string[]> = {
      'ap-south-1': poolIds('ap-south-1', 1),
      'us-east-2': [],
    };
    const sweeper = aSweeper({ outside });
    await sweep(sweeper);
    const grown = aSweeper({
      outside: { ...outside, 'us-east-2': poolIds('us-east-2', 1) },
      record: {
        ...sweeper.record(),
        unwatched: { ...sweeper.record()?.unwatched, checkedAt: '2026-11-01' },
      } as never,
    });

    await sweep(grown);

    expect(unwatched(grown)).toHaveLength(1);
  });

  it('are looked for at once where other Regions are governed than before', async () => {
    const first = aSweeper({ outside: { 'ap-south-1': poolIds('ap-south-1', 1) } });
    await sweep(first);
    const second = aSweeper({
      regions: { 'eu-west-1': [], 'ap-south-1': poolIds('ap-south-1', 1) },
      outside: { 'us-east-1': poolIds('us-east-1', 1) },
      ...(first.record() && { record: first.record() as never }),
    });

    await sweep(second);

    expect(unwatched(second)).toMatchObject([{ outside: [{ region: 'us-east-1', pools: 1 }] }]);
  });

  it('are counted up to 1,200 in a Region', async () => {
    const sweeper = aSweeper({ outside: { 'ap-south-1': poolIds('ap-south-1', 1_300) } });

    await sweep(sweeper);

    expect(unwatched(sweeper)).toMatchObject([
      { outside: [{ region: 'ap-south-1', pools: 1_200, isMore: true }] },
    ]);
  });
});

describe('a Region outside that can’t be listed', () => {
  it('is told once, where a policy closes it', async () => {
    const sweeper = aSweeper({ outside: { 'ap-south-1': [] } });
    sweeper.broken.set('ap-south-1', denied);

    await sweep(sweeper);
    sweeper.clock.pass(day);
    await sweep(sweeper);

    expect(unwatched(sweeper)).toMatchObject([{ outside: [], unlisted: ['ap-south-1'] }]);
  });

  it('is no news where AWS doesn’t answer, and is asked again with the next sweep', async () => {
    const sweeper = aSweeper({ outside: { 'ap-south-1': poolIds('ap-south-1', 1) } });
    sweeper.broken.set('ap-south-1', new Error('socket hang up'));
    await sweep(sweeper);
    expect(unwatched(sweeper)).toEqual([]);
    sweeper.broken.clear();

    await sweep(sweeper);

    expect(unwatched(sweeper)).toMatchObject([{ outside: [{ region: 'ap-south-1', pools: 1 }] }]);
  });

  it('has no pools where Amazon Cognito isn’t there', async () => {
    const sweeper = aSweeper({ outside: { 'ap-south-1': [] } });
    const unknownHost = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    sweeper.broken.set('ap-south-1', unknownHost);

    await sweep(sweeper);

    expect(unwatched(sweeper)).toEqual([]);
    expect(sweeper.counts.ListingsFailed).toBeUndefined();
  });
});

it('which Regions are enabled is told once as unknown, where AWS doesn’t tell', async () => {
  const sweeper = aSweeper();
  sweeper.broken.set('account', denied);

  await sweep(sweeper);
  await sweep(sweeper);

  expect(unwatched(sweeper)).toMatchObject([{ outside: [], unlisted: [], isEnabledUnknown: true }]);
});
