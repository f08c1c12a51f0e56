import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { takeNews } from '../../src/telling/take-news.ts';
import { tellNotice } from '../../src/telling/tell-notice.ts';
import type { TellingMessage } from '../../src/telling/telling-message.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aTeller } from '../support/a-teller.ts';
import { aFinding, anOutcome, anOutcomeOf, anUnwrittenOutcome } from '../support/an-outcome.ts';

const listeners = { topicArns: [], subscribersOf: async () => ({ confirmed: 1, pending: 0 }) };
const account = { accountId: '111122223333', accountAlias: 'prod-eu' };

const by = (person: string) => [
  aCall({
    actor: anActor({
      arn: `arn:aws:sts::111122223333:assumed-role/${person}/session`,
      sessionIssuer: `arn:aws:iam::111122223333:role/${person}`,
    }),
  }),
];

/** One pool weakened in another way each time. */
const another = (index: number) =>
  anOutcome({
    id: `same-pool-${index}`,
    causes: by(`person-${index}`),
    findings: [aFinding({ found: 100 + index })],
  });

/** Another pool each time, by one caller. */
const anotherPool = (index: number) => anOutcomeOf(`pool-${index}`, { causes: by('pipeline') });

/** Another pool and caller each time. */
const anybody = (index: number) => anOutcomeOf(`any-${index}`, { causes: by(`person-${index}`) });

const tellAll = async (
  teller: Parameters<typeof tellNotice>[0],
  make: (index: number) => Parameters<typeof aNotice>[0],
  count: number,
) => {
  for (let index = 0; index < count; index += 1) await tellNotice(teller, aNotice(make(index)));
};

/** Brings the summary that was asked for, when it is due. */
const summaryOf = (asked: readonly { readonly message: TellingMessage }[]) => {
  const summaries = asked.flatMap(({ message }) => (message.kind === 'summary' ? [message] : []));
  const [summary] = summaries;
  if (!summary) throw new Error('No summary was asked for.');
  return summary;
};

describe('more notices than people can read', () => {
  it.each([
    ['a pool', another, 5],
    ['a caller', anotherPool, 10],
    ['a topic', anybody, 30],
  ])('of %s are told one by one up to a ceiling', async (_, make, most) => {
    const { teller, on, counts } = aTeller();

    await tellAll(teller, make, most + 3);

    expect(on('notices')).toHaveLength(most);
    expect(on('webhook')).toHaveLength(most);
    expect(on('events')).toHaveLength(most + 3);
    expect(counts.NoticesHeld).toBe(3);
  });

  it('leave others their room: what one caller uses up is not the topic’s', async () => {
    const { teller, on } = aTeller();
    await tellAll(teller, anotherPool, 200);

    await tellNotice(teller, aNotice(anybody(1)));

    expect(on('notices')).toContain('any-1');
  });

  it('leave what is urgent its room', async () => {
    const { teller, on } = aTeller();
    await tellAll(teller, another, 20);

    const urgent = anUnwrittenOutcome({ id: 'urgent-one', kind: 'failed', causes: by('person-1') });
    await tellNotice(teller, aNotice(urgent));

    expect(on('urgent')).toEqual(['urgent-one']);
  });

  it('are told one by one again in the next window', async () => {
    const { teller, on, clock } = aTeller();
    await tellAll(teller, another, 8);
    clock.pass(600_000);

    await tellNotice(teller, aNotice(another(20)));

    expect(on('notices')).toContain('same-pool-20');
  });

  it('stand in one summary after the window, told once', async () => {
    const { teller, asked, clock, sent, on } = aTeller();
    await tellAll(teller, anotherPool, 14);
    const summary = summaryOf(asked);
    const news = { kind: 'summary', summary } as const;

    const early = await takeNews(teller, account, listeners, news);
    clock.pass(660_000);
    await takeNews(teller, account, listeners, news);
    await takeNews(teller, account, listeners, news);

    expect(early).toEqual({ kind: 'later', seconds: 660 });
    const ids = on('notices').filter((id) => id.startsWith('held-back'));
    expect(ids).toEqual(['held-back-notices-2026-11-23T10:00:00.000Z']);
    expect(sent.at(-1)?.notice).toMatchObject({
      kind: 'held-back',
      urgent: false,
      severity: 'high',
      pools: expect.arrayContaining([expect.stringMatching(/_pool13$/)]),
    });
  });

  it('ask for the summary at its time, whatever becomes of one who asks', async () => {
    const { teller, asked } = aTeller();

    await tellAll(teller, another, 30);

    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ seconds }) => seconds))).toEqual(new Set([660]));
  });

  it('are counted once where the same message comes again', async () => {
    const { teller, on } = aTeller();
    for (let times = 0; times < 4; times += 1) await tellNotice(teller, aNotice(another(0)));

    await tellAll(teller, (index) => another(index + 1), 4);

    expect(on('notices')).toHaveLength(5);
  });

  it('are told all the same where the ledger can’t be asked', async () => {
    const { teller, on } = aTeller();
    const broken = {
      ...teller.memory,
      admit: async () => Promise.reject(new Error('out of reach')),
    };

    await tellAll({ ...teller, memory: broken }, another, 8);

    expect(on('notices')).toHaveLength(8);
  });

  it('still reach an owner when the topic is full, and ten of them at most', async () => {
    const { teller, channels, on } = aTeller({ people: [] });
    const owned = {
      ...teller,
      ownersOf: (notice: Parameters<typeof tellNotice>[1]) =>
        notice.pools[0]?.endsWith('any35') || notice.pools[0]?.endsWith('pool20')
          ? [{ sender: channels.webhook, notice }]
          : [],
    };

    await tellAll(owned, anybody, 36);
    await tellAll(owned, anotherPool, 21);

    expect(on('notices')).toHaveLength(30);
    expect(on('webhook')).toEqual(['any-35', 'pool-20']);
  });

  it('of one owner are ten at most', async () => {
    const { teller, channels, on } = aTeller({ people: [] });
    const owned = {
      ...teller,
      ownersOf: (notice: Parameters<typeof tellNotice>[1]) => [{ sender: channels.webhook, notice }],
    };

    await tellAll(owned, anybody, 33);

    expect(on('webhook')).toHaveLength(10);
  });

  it('of a caller over their ceiling leave the pool its room', async () => {
    const { teller, on } = aTeller();
    await tellAll(teller, (index) => anOutcomeOf(`noise-${index}`, { causes: by('mallory') }), 10);
    await tellAll(teller, (index) => ({ ...another(index), causes: by('mallory') }), 5);

    await tellNotice(teller, aNotice(another(9)));

    expect(on('notices')).toContain('same-pool-9');
  });

  it('that nobody called for count as one caller’s', async () => {
    const { teller, on } = aTeller();
    await tellAll(teller, (index) => anOutcomeOf(`swept-${index}`, { causes: [] }), 40);

    await tellNotice(teller, aNotice(anybody(1)));

    expect(on('notices')).toHaveLength(11);
    expect(on('notices')).toContain('any-1');
  });

  it('of calls that AWS refused take no room of the pool', async () => {
    const { teller, on } = aTeller();
    const denied = (index: number) =>
      anUnwrittenOutcome({
        id: `denied-${index}`,
        kind: 'ignored',
        findings: [],
        causes: [aCall({ eventId: `event-${index}`, call: 'CreateIdentityProvider', governed: false })],
        remarks: [{ kind: 'denied', error: `AccessDenied ${index}` }],
      });
    await tellAll(teller, denied, 20);

    await tellNotice(teller, aNotice(another(1)));

    expect(on('notices')).toContain('same-pool-1');
  });

  it('of a crowd of new pools stand after the others in the summary', async () => {
    const { teller, asked, clock, sent } = aTeller();
    const made = (index: number, createdAt: string) => {
      const outcome = anOutcomeOf(`crowd-${index}`, { causes: by('mallory') });
      return { ...outcome, ...(outcome.pool && { pool: { ...outcome.pool, createdAt } }) };
    };
    await tellAll(teller, (index) => made(index, '2026-11-22T10:00:00.000Z'), 40);
    await tellNotice(teller, aNotice(made(99, '2024-01-01T00:00:00.000Z')));
    clock.pass(660_000);

    await takeNews(teller, account, listeners, { kind: 'summary', summary: summaryOf(asked) });

    expect(sent.at(-1)?.notice.pools[0]).toMatch(/_crowd99$/);
  });
});

describe('tests that anybody may ask for', () => {
  it('are three in ten minutes', async () => {
    const { teller, on } = aTeller();

    for (let index = 0; index < 20; index += 1) {
      const test = noticeOfAnnouncement(
        {
          schema: 'cognito-lifeguard/announcement/1',
          id: `test-${index}`,
          at: '2026-11-23T10:00:00.000Z',
          accountId: '111122223333',
          kind: 'test',
          by: 'somebody',
        },
        {},
      );
      await tellNotice(teller, test);
    }

    expect(on('urgent')).toEqual(['test-0', 'test-1', 'test-2']);
  });
});
