import { describe, expect, it } from 'vitest';
import { mostKept, mostPools } from '../../../src/cli/page/page-data.ts';
import { chatMessage } from '../../../src/notify/chat-message.ts';
import { aNotice } from '../../support/a-notice.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';
import { anOutcome } from '../../support/an-outcome.ts';
import { aPageFeed, aRecord, ourRecord, withLength } from './a-page-feed.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';

const aDelivery = (protocol: string, body: string) =>
  ({
    kind: 'delivery',
    delivery: {
      at: new Date('2026-11-23T09:14:42.000Z'),
      topicArn: 'arn:aws:sns:eu-west-1:111122223333:notices',
      messageId: 'message-1',
      protocol,
      endpoint: 'somewhere',
      subject: 'Fixed',
      body,
    },
  }) as const;

const inEnvelope = (message: object): string => JSON.stringify({ Message: JSON.stringify(message) });

describe('a recorded call', () => {
  it('is an entry with its caller and with what it moved', () => {
    const { feed, call } = aPageFeed();
    call(aRecord({ eventName: 'CreateUserPool' }), withLength(14));

    call(aRecord(), withLength(8));

    expect(feed.state().entries).toMatchObject([
      {
        kind: 'change',
        call: 'UpdateUserPool',
        caller: { name: 'Developer/on-call', isLifeguard: false },
        pool: { title: 'checkout-production' },
        moves: [{ setting: length, from: '14', to: '8' }],
      },
      { call: 'CreateUserPool', moves: [] },
    ]);
  });

  it('that AWS refused has what AWS answered, and moves nothing', () => {
    const { feed, call, news } = aPageFeed();

    call(
      aRecord({
        errorCode: 'AccessDenied',
        errorMessage: 'User is not authorized.',
        requestParameters: null,
      }),
    );

    expect(feed.state().entries).toMatchObject([
      { error: 'AccessDenied: User is not authorized.', moves: [] },
    ]);
    expect(feed.state().entries[0]?.pool).toBeUndefined();
    expect(news.map(({ kind }) => kind)).toEqual(['entry']);
  });

  it('by Lifeguard’s own key is Lifeguard’s, whatever a user agent says', () => {
    const { feed, call } = aPageFeed();

    call(ourRecord(), withLength(14));
    call(aRecord({ userAgent: 'cognito-lifeguard/1' }), withLength(8));

    expect(feed.state().entries).toMatchObject([
      { caller: { isLifeguard: false } },
      { caller: { name: 'Lifeguard', isLifeguard: true } },
    ]);
  });

  it.each([
    ['an empty one', {}],
    ['one of other types', { eventName: 4, userIdentity: 'root', requestParameters: [1], awsRegion: {} }],
    ['one without an identity', { ...aRecord(), userIdentity: null }],
  ])('of which nothing can be known is an entry all the same: %s', (_, record) => {
    const { feed, call } = aPageFeed();

    call(record as Parameters<typeof call>[0]);

    expect(feed.state().entries).toHaveLength(1);
  });
});

describe('a pool', () => {
  it('shows who moved a setting and who moved it back, the newest first', () => {
    const { feed, call } = aPageFeed();
    call(aRecord({ eventName: 'CreateUserPool' }), withLength(14));
    call(aRecord(), withLength(8), '2026-11-23T09:14:07.000Z');

    call(ourRecord(), withLength(14), '2026-11-23T09:14:08.000Z');

    const [pool] = feed.state().pools;
    expect(pool?.settings.find(({ setting }) => setting === length)).toMatchObject({
      value: '14',
      isFresh: true,
      moves: [
        { from: '8', to: '14', by: 'Lifeguard', isLifeguard: true },
        { from: '14', to: '8', by: 'Developer/on-call', isLifeguard: false },
      ],
    });
  });

  it('is no news where a call moved nothing', () => {
    const { news, call } = aPageFeed();
    call(aRecord({ eventName: 'CreateUserPool' }), withLength(14));

    call(aRecord(), withLength(14));

    expect(news.map(({ kind }) => kind)).toEqual(['entry', 'pool', 'entry']);
  });

  it('that was deleted is gone from the page, and keeps its name in the timeline', () => {
    const { feed, call, news } = aPageFeed();
    call(aRecord({ eventName: 'CreateUserPool' }), withLength(14));

    call(aRecord({ eventName: 'DeleteUserPool' }));
    const { pool } = anOutcome();
    feed.outcome(anOutcome({ kind: 'gone', ...(pool && { pool: { ...pool, name: null } }) }));

    expect(feed.state().pools).toEqual([]);
    expect(news.filter(({ kind }) => kind === 'pool-gone')).toHaveLength(1);
    expect(feed.state().entries).toMatchObject([
      { kind: 'outcome', pool: { title: 'checkout-production' } },
      { call: 'DeleteUserPool', pool: { title: 'checkout-production' } },
      { call: 'CreateUserPool' },
    ]);
  });

  it('says how soon it was put right, from the moment of the call', () => {
    const { feed, call } = aPageFeed();
    call(aRecord(), withLength(8), '2026-11-23T09:14:40.900Z');

    feed.outcome(anOutcome());

    expect(feed.state().entries[0]).toMatchObject({ title: 'Put right in 0.4 s' });
  });
});

describe('what is delivered', () => {
  it('is a mail or a chat message; machines’ copies are not shown', () => {
    const { feed } = aPageFeed();

    feed.happened(aDelivery('email', 'Fixed.'));
    feed.happened(aDelivery('https', inEnvelope(chatMessage(aNotice()))));
    feed.happened(aDelivery('https', 'All is well.'));
    feed.happened(aDelivery('sqs', '{}'));

    const { mails, chats, entries } = feed.state();
    expect({ mails: mails.length, chats: chats.length, entries: entries.length }).toEqual({
      mails: 1,
      chats: 1,
      entries: 0,
    });
  });
});

describe('what a page keeps', () => {
  it('is the newest, and no more than so many of each', () => {
    const { feed, call } = aPageFeed();
    for (let count = 0; count < mostKept + 5; count += 1) {
      call(aRecord({ eventName: `Call${count}`, eventID: String(count) }), undefined);
      feed.happened(aDelivery('email', `Mail ${count}`));
      feed.happened(aDelivery('https', inEnvelope(chatMessage(aNotice()))));
    }

    const { entries, mails, chats } = feed.state();

    expect([entries.length, mails.length, chats.length]).toEqual([mostKept, mostKept, mostKept]);
    expect(entries[0]).toMatchObject({ call: `Call${mostKept + 4}` });
    expect(mails[0]?.lines).toEqual([`Mail ${mostKept + 4}`]);
  });

  it('are the pools that changed last', () => {
    const { feed, call } = aPageFeed();
    for (let count = 0; count <= mostPools; count += 1) {
      const id = `eu-west-1_Pool${count}`;
      call(aRecord({ requestParameters: { userPoolId: id } }), aPoolSnapshot({ id }));
    }

    const ids = feed.state().pools.map(({ id }) => id);

    expect(ids).toHaveLength(mostPools);
    expect(ids[0]).toBe(`eu-west-1_Pool${mostPools}`);
    expect(ids).not.toContain('eu-west-1_Pool0');
  });

  it('is told to followers until they have enough', () => {
    const { feed, call, news } = aPageFeed();
    let heard = 0;
    const end = feed.follow(() => {
      heard += 1;
    });
    call(aRecord());
    const before = heard;
    end();

    call(aRecord());

    expect(before).toBeGreaterThan(0);
    expect(heard).toBe(before);
    expect(news.length).toBeGreaterThan(before);
  });
});
