import type { Event } from '@aws-sdk/client-cloudtrail';
import { type EventHistory, eventHistory } from '../event-history.ts';

/**
 * The calls whose requests carry settings. Tags are changed by TagResource too: calls of that name are made to every
 * service, the history can't be asked for Cognito's alone, and their requests don't tell what tags there were.
 */
export const lookedUpCalls = ['CreateUserPool', 'UpdateUserPool', 'SetUserPoolMfaConfig'] as const;

export interface History extends EventHistory {
  readonly from: Date;
  readonly to: Date;
  /** Called after each page, with how much of the time in question it has covered, 0 to 1. */
  readonly onPage?: (covered: number) => void;
}

/**
 * The records of the event history that configure pools, as JSON, the newest of each call's name first.
 * @throws what AWS answers where it doesn't let the history be read
 */
export async function* lookUp({ from, to, onPage = () => {}, ...history }: History): AsyncGenerator<string> {
  const look = eventHistory(history);
  for (const [index, call] of lookedUpCalls.entries()) {
    let token: string | undefined;
    do {
      const page = await look(call, { StartTime: from, EndTime: to, NextToken: token });
      token = page.NextToken;
      const events = page.Events ?? [];
      for (const { EventSource, CloudTrailEvent } of events)
        if (EventSource === 'cognito-idp.amazonaws.com' && CloudTrailEvent) yield CloudTrailEvent;
      const covered = token === undefined ? 1 : coveredBy(events, from, to);
      onPage((index + covered) / lookedUpCalls.length);
    } while (token !== undefined);
  }
}

const coveredBy = (events: readonly Event[], from: Date, to: Date): number => {
  const oldest = events.at(-1)?.EventTime ?? to;
  return Math.min(1, Math.max(0, (to.getTime() - oldest.getTime()) / (to.getTime() - from.getTime())));
};
