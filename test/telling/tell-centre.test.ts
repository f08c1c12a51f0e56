import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/notify/delivery.ts';
import type { CentreNews } from '../../src/notify/put-to-centre.ts';
import { takeNews } from '../../src/telling/take-news.ts';
import { aHeartbeat } from '../support/a-heartbeat.ts';
import { aTeller } from '../support/a-teller.ts';
import { anOutcomeOf } from '../support/an-outcome.ts';

const account = { accountId: '111122223333' };
const nobody = { topicArns: [], subscribersOf: async () => ({ confirmed: 0, pending: 0 }) };

/** A member's teller, and what its centre was told; `answers` are the centre's next ones. */
const aMemberTeller = (overrides: Parameters<typeof aTeller>[0] = {}) => {
  const told: CentreNews[] = [];
  const answers: Delivery[] = [];
  const made = aTeller({
    centre: async (news) => {
      const answer = answers.shift();
      if (answer) return answer;
      told.push(news);
      return { kind: 'sent', channel: 'centre', messageId: `event-${told.length}` };
    },
    ...overrides,
  });
  const take = (id: string) =>
    takeNews(made.teller, account, nobody, { kind: 'outcome', outcome: anOutcomeOf(id) });
  return { ...made, told, answers, take, ids: () => told.map(({ id }) => id) };
};

const failed = (retryable: boolean): Delivery => ({
  kind: 'failed',
  channel: 'centre',
  retryable,
  reason: 'AccessDenied: no',
});

describe('the centre', () => {
  it('is told the news itself, once, however often it comes', async () => {
    const { take, told } = aMemberTeller();

    await take('one');
    await take('one');

    expect(told).toEqual([anOutcomeOf('one')]);
  });

  it('is told at once, whatever quiet hours say here', async () => {
    const { take, ids, heard } = aMemberTeller({
      quietHours: { from: 0, to: 23 * 60 + 59, timeZone: 'UTC' },
    });

    expect(await take('one')).toMatchObject({ kind: 'later' });

    expect(ids()).toEqual(['one']);
    expect(heard('one')).toEqual(['events']);
  });

  it('is told though a channel here fails, and that one alone is tried again', async () => {
    const { take, ids, channels, heard } = aMemberTeller();
    channels.notices.refuse(true);

    expect(await take('one')).toMatchObject({ kind: 'failed', retryable: true });
    expect(await take('one')).toEqual({ kind: 'done' });

    expect(ids()).toEqual(['one']);
    expect(heard('one')).toEqual(['events', 'webhook', 'notices']);
  });

  it('stops no channel here where it fails, and is tried again', async () => {
    const { take, answers, ids, heard } = aMemberTeller();
    answers.push(failed(true));

    expect(await take('one')).toEqual({
      kind: 'failed',
      retryable: true,
      reason: 'centre: AccessDenied: no',
    });
    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
    expect(await take('one')).toEqual({ kind: 'done' });
    expect(ids()).toEqual(['one']);
  });

  it('keeps news among the dead letters that it will never take', async () => {
    const { take, answers } = aMemberTeller();
    answers.push(failed(false));

    expect(await take('one')).toMatchObject({ kind: 'failed', retryable: false });
  });

  it('is told heartbeats, of which nobody here hears', async () => {
    const { teller, told, sent } = aMemberTeller();

    await takeNews(teller, account, nobody, { kind: 'heartbeat', heartbeat: aHeartbeat() });

    expect(told).toEqual([aHeartbeat()]);
    expect(sent).toEqual([]);
  });

  it('is told nothing where there is none', async () => {
    const { teller, sent } = aTeller();

    expect(await takeNews(teller, account, nobody, { kind: 'heartbeat', heartbeat: aHeartbeat() })).toEqual({
      kind: 'done',
    });
    expect(sent).toEqual([]);
  });
});
