import type { Channel, Delivery, Sender } from '../../src/notify/delivery.ts';
import type { Notice } from '../../src/notify/notice.ts';
import type { Teller } from '../../src/telling/teller.ts';
import type { TellingMessage } from '../../src/telling/telling-message.ts';
import { aClock } from './a-clock.ts';
import { aNoticeMemory } from './a-notice-memory.ts';

/** What went out on which channel, in order. */
export interface Sent {
  readonly channel: Channel;
  readonly notice: Notice;
}

/** A way out that keeps what it sends; `refuse` makes the next one fail. */
export const aSender = (channel: Channel, sent: Sent[]) => {
  const failures: { readonly retryable: boolean }[] = [];
  const sender: Sender = {
    channel,
    send: async (notice): Promise<Delivery> => {
      const failure = failures.shift();
      if (failure) return { kind: 'failed', channel, reason: 'It could not be reached.', ...failure };
      sent.push({ channel, notice });
      return { kind: 'sent', channel, messageId: `message-${sent.length}` };
    },
  };
  return {
    ...sender,
    refuse: (retryable: boolean, times = 1) => {
      for (let each = 0; each < times; each += 1) failures.push({ retryable });
    },
  };
};

/** A teller with two topics, a webhook and the event bus; its clock stands still until somebody moves it. */
export const aTeller = (overrides: Partial<Teller> = {}) => {
  const sent: Sent[] = [];
  const clock = aClock();
  const channels = {
    notices: aSender('notices', sent),
    urgent: aSender('urgent', sent),
    webhook: aSender('webhook', sent),
    events: aSender('events', sent),
  };
  const asked: { readonly message: TellingMessage; readonly seconds: number }[] = [];
  const lines: { readonly level: string; readonly line: string; readonly reason: string }[] = [];
  const counts: Record<string, number> = {};
  const teller: Teller = {
    topics: channels,
    people: [channels.webhook],
    ownersOf: () => [],
    machines: [channels.events],
    memory: aNoticeMemory(),
    later: async (message, seconds) => {
      asked.push({ message, seconds });
    },
    log: (level, line, reason) => {
      lines.push({ level, line, reason });
    },
    count: (name, value) => {
      counts[name] = (counts[name] ?? 0) + value;
    },
    now: clock.now,
    // A pause takes none of the test's time, so that windows are the test's to move.
    wait: async () => {},
    ...overrides,
  };
  return {
    teller,
    channels,
    clock,
    asked,
    lines,
    counts,
    sent,
    /** The channels that have a notice, in order. */
    heard: (id: string) => sent.filter(({ notice }) => notice.id === id).map(({ channel }) => channel),
    /** The ids that went out on a channel, in order. */
    on: (name: Channel) => sent.filter(({ channel }) => channel === name).map(({ notice }) => notice.id),
  };
};
