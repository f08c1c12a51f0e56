import {
  type CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandInput,
  type LookupEventsCommandOutput,
} from '@aws-sdk/client-cloudtrail';

/** CloudTrail's event history of a Region, the clock, and waiting. */
export interface EventHistory {
  readonly client: Pick<CloudTrailClient, 'send'>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Looks up a page of the calls of a name, the newest first. */
export type LookUpCall = (
  call: string,
  rest: Pick<LookupEventsCommandInput, 'StartTime' | 'EndTime' | 'NextToken'>,
) => Promise<LookupEventsCommandOutput>;

/** AWS takes two a second in each account and Region (API reference of LookupEvents); milliseconds, and some to spare. */
const atOnce = 2;
const pace = 1100;

/** How often a call is made that AWS says comes too soon: others in the account look things up, too. */
const mostTries = 8;

/**
 * The way into an event history, at the pace that AWS takes.
 * @returns rejects with what AWS answers where it doesn't let the history be read
 */
export const eventHistory = ({ client, now, wait }: EventHistory): LookUpCall => {
  const ends: number[] = [];
  const send = async (input: LookupEventsCommandInput): Promise<LookupEventsCommandOutput> => {
    for (let tried = 1; ; tried += 1)
      try {
        return await client.send(new LookupEventsCommand(input));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'ThrottlingException') || tried === mostTries)
          throw error;
        await wait(Math.min(1000 * 2 ** (tried - 1), 15_000));
      }
  };
  return async (call, rest) => {
    const early = (ends.at(-atOnce) ?? Number.NEGATIVE_INFINITY) + pace - now().getTime();
    if (early > 0) await wait(early);
    const page = await send({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call }],
      MaxResults: 50,
      ...rest,
    });
    ends.push(now().getTime());
    return page;
  };
};
