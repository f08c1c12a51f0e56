import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Outcome } from '../remediation/outcome.ts';
import type { Announcement } from '../sweep/announcement.ts';
import type { Heartbeat } from '../sweep/heartbeat.ts';
import type { Delivery } from './delivery.ts';
import { failedDelivery, refusedDelivery } from './failed-delivery.ts';
import { inertJson } from './inert-json.ts';
import { isRetryableCode } from './is-retryable.ts';
import { visibleAnnouncement } from './visible-announcement.ts';
import { visibleOutcome } from './visible-outcome.ts';

const channel = 'centre';

/** What an account tells its organization's centre. */
export type CentreNews = Outcome | Announcement | Heartbeat;

/** By which the centre's rule knows it: build/organization-centre.ts. */
export const memberNews = { Source: 'cognito-lifeguard', DetailType: 'Member News' } as const;

/**
 * In bytes: what EventBridge takes (256 KB: "Calculating PutEvents event entry size", Amazon EventBridge user guide) and
 * the centre's queue then takes with the envelope around it.
 */
const mostBytes = 250_000;

/** How long texts from outside may be and how many pools a digest names, tried in this order. */
const sizes = [
  { longest: 1000, pools: 100 },
  { longest: 250, pools: 50 },
  { longest: 60, pools: 20 },
  { longest: 60, pools: 5 },
] as const;

const form = (news: CentreNews, { longest, pools }: (typeof sizes)[number]): CentreNews => {
  switch (news.schema) {
    case 'cognito-lifeguard/outcome/1':
      return visibleOutcome(news, longest);
    case 'cognito-lifeguard/announcement/1':
      return visibleAnnouncement(news, longest, pools);
    case 'cognito-lifeguard/heartbeat/1':
      return news;
  }
};

/**
 * Text that a queue takes as it is: EventBridge writes the JSON anew, without our escapes, and SQS refuses these
 * characters (SendMessage, Amazon SQS API reference).
 */
const asText = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd') : value;

const detailOf = (news: CentreNews): string => {
  let detail = '';
  for (const size of sizes) {
    detail = inertJson(JSON.parse(JSON.stringify(form(news, size), asText)));
    if (Buffer.byteLength(detail) <= mostBytes) break;
  }
  return detail;
};

/** The Region of a bus: EventBridge takes an event in the bus's own Region only. */
export const regionOfBus = (busArn: string): string => busArn.split(':')[3] ?? '';

/**
 * Puts news on the bus of the organization's centre, without secrets and cut to what EventBridge takes. Which account
 * says it is EventBridge's to write: an entry has no member for it.
 * @param client in the bus's Region
 */
export const putToCentre =
  (client: EventBridgeClient, busArn: string) =>
  async (news: CentreNews): Promise<Delivery> => {
    try {
      const entry = { ...memberNews, EventBusName: busArn, Detail: detailOf(news) };
      const { FailedEntryCount = 0, Entries: [put] = [] } = await client.send(
        new PutEventsCommand({ Entries: [entry] }),
      );
      if (FailedEntryCount === 0 && put?.EventId !== undefined)
        return { kind: 'sent', channel, messageId: put.EventId };
      const { ErrorCode: code = 'InternalFailure', ErrorMessage: message = 'no reason given' } = put ?? {};
      return refusedDelivery(channel, code, message, isRetryableCode(code));
    } catch (error) {
      return failedDelivery(channel, error);
    }
  };
