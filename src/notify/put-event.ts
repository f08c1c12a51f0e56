import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { busEvent } from './bus-event.ts';
import type { Sender } from './delivery.ts';
import { failedDelivery, refusedDelivery } from './failed-delivery.ts';
import { isRetryableCode } from './is-retryable.ts';

const channel = 'events';

/**
 * Puts each notice on the account's default event bus, in the Region of the client.
 * An answer of 200 can carry a refusal. Source: PutEventsResultEntry, Amazon EventBridge API reference.
 */
export const putEvent = (client: EventBridgeClient): Sender => ({
  channel,
  send: async (notice) => {
    try {
      const { Resources, ...event } = busEvent(notice);
      const command = new PutEventsCommand({ Entries: [{ ...event, Resources: [...Resources] }] });
      const { FailedEntryCount = 0, Entries: [entry] = [] } = await client.send(command);
      if (FailedEntryCount === 0 && entry?.EventId !== undefined)
        return { kind: 'sent', channel, messageId: entry.EventId };
      const { ErrorCode: code = 'InternalFailure', ErrorMessage: message = 'no reason given' } = entry ?? {};
      return refusedDelivery(channel, code, message, isRetryableCode(code));
    } catch (error) {
      return failedDelivery(channel, error);
    }
  },
});
