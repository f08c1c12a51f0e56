import { describe, expect, it } from 'vitest';
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

  it('still reach an owner whose pool is not the noisy one', async () => {
    const { teller, channels, on } = aTeller({ people: [] });
    const owned = {
      ...teller,
      ownersOf: (notice: Parameters<typeof tellNotice>[1]) => [{ sender: channels.webhook, notice }],
    };

    await tellAll(owned, anybody, 33);

    expect(on('notices')).toHaveLength(30);
    expect(on('webhook')).toHaveLength(33);
  });
});
