import { describe, expect, it } from 'vitest';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';

const schema = 'cognito-lifeguard/sweep/1';

describe('what a person asks of those who tell', () => {
  it('is a redrive of notices that could not be sent', async () => {
    const { bring, askedOfTelling } = aSweeper();

    expect(await bring({ schema, kind: 'redrive' })).toMatchObject({ kind: 'done' });

    expect(askedOfTelling).toEqual(['redrive']);
  });

  it('is a test, under the id that they look for', async () => {
    const { bring, news } = aSweeper();

    await bring({ schema, kind: 'test', id: 'test-1', by: 'arn:aws:iam::111122223333:user/admin' });

    expect(news).toMatchObject([{ kind: 'test', id: 'test-1', by: 'arn:aws:iam::111122223333:user/admin' }]);
  });

  it.each([
    ['another notice’s id', { id: 'outcome-1', by: 'somebody' }],
    ['no id', { by: 'somebody' }],
    ['an id with a line break', { id: 'test-1\n', by: 'somebody' }],
    ['nobody', { id: 'test-1' }],
  ])('is no test with %s', async (_, members) => {
    const { bring, news } = aSweeper();

    expect(await bring({ schema, kind: 'test', ...members })).toMatchObject({ kind: 'ignored' });

    expect(news).toEqual([]);
  });
});

describe('the end of a sweep', () => {
  it('has somebody see who listens', async () => {
    const { bring, run, askedOfTelling } = aSweeper();

    await bring(scheduled, 'it');
    await run();

    expect(askedOfTelling).toEqual(['check-listeners']);
  });
});
