import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { type Event, LookupEventsCommand, type LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';

/**
 * The calls whose requests carry settings. Tags are changed by TagResource too: calls of that name are made to every
 * service, the history can't be asked for Cognito's alone, and their requests don't tell what tags there were.
 */
export const lookedUpCalls = ['CreateUserPool', 'UpdateUserPool', 'SetUserPoolMfaConfig'] as const;

export interface History {
  /** Of the Region whose history is read. */
  readonly client: Pick<CloudTrailClient, 'send'>;
  readonly from: Date;
  readonly to: Date;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Called after each page, with how much of the time in question it has covered, 0 to 1. */
  readonly onPage?: (covered: number) => void;
}

/** Milliseconds between two calls: AWS takes two a second in each account and Region (API reference of LookupEvents). */
const pace = 550;

/** How often a call is made that AWS says comes too soon: others in the account look things up, too. */
const mostTries = 8;

/**
 * The records of the event history that configure pools, as JSON, the newest of each call's name first.
 * @throws what AWS answers where it doesn't let the history be read
 */
export async function* lookUp(history: History): AsyncGenerator<string> {
  const { from, to, now, wait, onPage = () => {} } = history;
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, call] of lookedUpCalls.entries()) {
    let token: string | undefined;
    do {
      const early = last + pace - now().getTime();
      if (early > 0) await wait(early);
      const page = await look(history, call, token);
      last = now().getTime();
      token = page.NextToken;
      const events = page.Events ?? [];
      for (const { EventSource, CloudTrailEvent } of events)
        if (EventSource === 'cognito-idp.amazonaws.com' && CloudTrailEvent) yield CloudTrailEvent;
      const covered = token === undefined ? 1 : coveredBy(events, from, to);
      onPage((index + covered) / lookedUpCalls.length);
    } while (token !== undefined);
  }
}

const look = async (
  { client, from, to, wait }: History,
  call: string,
  token: string | undefined,
): Promise<LookupEventsCommandOutput> => {
  for (let tried = 1; ; tried += 1)
    try {
      return await client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call }],
          StartTime: from,
          EndTime: to,
          MaxResults: 50,
          ...(token !== undefined && { NextToken: token }),
        }),
      );
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ThrottlingException') || tried === mostTries)
        throw error;
      await wait(Math.min(1000 * 2 ** (tried - 1), 15_000));
    }
};

const coveredBy = (events: readonly Event[], from: Date, to: Date): number => {
  const oldest = events.at(-1)?.EventTime ?? to;
  return Math.min(1, Math.max(0, (to.getTime() - oldest.getTime()) / (to.getTime() - from.getTime())));
};
