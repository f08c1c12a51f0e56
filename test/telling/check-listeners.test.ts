import { describe, expect, it } from 'vitest';
import { checkListeners, type Subscribers } from '../../src/telling/check-listeners.ts';
import { aTeller } from '../support/a-teller.ts';

const account = { accountId: '111122223333' };
const arnOf = (name: string) => `arn:aws:sns:eu-west-1:111122223333:${name}`;
const topicArns = [arnOf('notices'), arnOf('urgent')];

const listening = (subscribers: { readonly [topic: string]: Subscribers }) => ({
  topicArns,
  subscribersOf: async (arn: string) => subscribers[arn] ?? { confirmed: 1, pending: 0 },
});

describe('who listens', () => {
  it('is no news where every topic has a reader', async () => {
    const { teller, sent } = aTeller();

    await checkListeners(teller, listening({}), account);

    expect(sent).toEqual([]);
  });

  it('is told on every channel where a topic has none, as urgent', async () => {
    const { teller, sent, counts } = aTeller();

    await checkListeners(teller, listening({ [arnOf('notices')]: { confirmed: 0, pending: 2 } }), account);

    expect(sent.map(({ channel }) => channel)).toEqual(['events', 'notices', 'urgent', 'webhook']);
    expect(sent[0]?.notice).toMatchObject({ kind: 'nobody-listening', urgent: true });
    expect(counts.TopicsUnheard).toBe(1);
  });

  it('is told once a day', async () => {
    const { teller, on, clock } = aTeller();
    const nobody = listening({ [arnOf('urgent')]: { confirmed: 0, pending: 0 } });

    for (let hours = 0; hours < 24; hours += 1) {
      await checkListeners(teller, nobody, account);
      clock.pass(3_600_000);
    }

    expect(on('urgent')).toEqual([
      `nobody-listening-${arnOf('urgent')}-2026-11-23`,
      `nobody-listening-${arnOf('urgent')}-2026-11-24`,
    ]);
  });

  it('is told where the chat service dropped messages', async () => {
    const { teller, sent } = aTeller();
    const asked: string[] = [];
    const droppedSince = async (since: Date) => {
      asked.push(since.toISOString());
      return 3;
    };

    await checkListeners(teller, { ...listening({}), droppedSince }, account);

    expect(asked).toEqual(['2026-11-22T10:00:00.000Z']);
    expect(sent[0]?.notice).toMatchObject({ kind: 'chat-dropped', urgent: true });
  });

  it('is looked at topic by topic, though AWS does not say of one', async () => {
    const { teller, sent, lines } = aTeller();
    const subscribersOf = async (arn: string): Promise<Subscribers> => {
      if (arn === arnOf('notices')) throw new Error('AuthorizationError');
      return { confirmed: 0, pending: 0 };
    };

    await checkListeners(teller, { topicArns, subscribersOf }, account);

    expect(new Set(sent.map(({ notice }) => notice.id))).toEqual(
      new Set([`nobody-listening-${arnOf('urgent')}-2026-11-23`]),
    );
    expect(lines).toContainEqual(expect.objectContaining({ line: 'listeners not known' }));
  });
});
