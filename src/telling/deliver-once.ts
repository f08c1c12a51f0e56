import type { Channel, Delivery, Sender } from '../notify/delivery.ts';
import type { Notice } from '../notify/notice.ts';
import type { Teller } from './teller.ts';

/** What became of a notice on a channel; `before` where it had gone out earlier. */
export type Delivered = Delivery | { readonly kind: 'before' };

type Tools = Pick<Teller, 'memory' | 'now' | 'log' | 'count'>;

/**
 * Sends a notice on one channel, unless it went out there before: what another channel makes come again is told once.
 * A memory that can't be read silences nobody: twice is better than never.
 */
export const deliverOnce = (tools: Tools, { channel, send }: Sender, notice: Notice): Promise<Delivered> =>
  sendOnce(tools, channel, `${notice.id}#${placeOf(channel, notice)}`, () => send(notice));

/** The same for whatever else leaves. @param key the same for the same news on the same channel */
export const sendOnce = async (
  { memory, now, log, count }: Tools,
  channel: Channel,
  key: string,
  send: () => Promise<Delivery>,
): Promise<Delivered> => {
  const orElse = <Answer>(otherwise: Answer, asked: Promise<Answer>): Promise<Answer> =>
    asked.catch((error: unknown) => {
      log('error', 'memory not read', String(error));
      return otherwise;
    });
  if (await orElse(false, memory.isTold(key))) {
    log('info', 'told before', `The same message came again; ${channel} has it.`);
    return { kind: 'before' };
  }
  // By the time that the queue brings it again, it has been told, or nobody is at it any more.
  if (!(await orElse(true, memory.begin(key, now().toISOString()))))
    return { kind: 'failed', channel, retryable: true, reason: 'Another process is telling it.' };
  const delivery = await send();
  if (delivery.kind === 'failed') {
    await memory.giveBack(key).catch(() => undefined);
    log('error', 'not told', `${channel}: ${delivery.reason}`);
    count('NoticesFailed', 1);
    return delivery;
  }
  log('info', 'told', `${channel}: ${delivery.messageId}`);
  count('NoticesSent', 1);
  // It has gone out. Given back, the message would be told twice for certain; forgotten, only if it comes again.
  await memory.told(key).catch((error: unknown) => log('error', 'not remembered', String(error)));
  return delivery;
};

/**
 * One topic or the other is one place: an outcome that a crash has made again under its id may have become urgent, and
 * people have heard of it.
 */
const placeOf = (channel: Channel, { isForEverybody }: Notice): string =>
  !isForEverybody && (channel === 'notices' || channel === 'urgent') ? 'topic' : channel;
