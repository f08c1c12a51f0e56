import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { moment } from '../../history/times.ts';
import type { Desk } from '../../ledger/desk.ts';
import { isPoolId, poolRef } from '../../pool/pool-ref.ts';
import { readTrailRecord } from '../read-trail-record.ts';
import { inert } from '../report/inert.ts';
import { askAws } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import type { Place } from './needed-actions.ts';

const name = 'events';

/** Calls that change a pool's settings and name the pool in their record. */
const calls = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

/** Minutes in which EventBridge may still be on its way, or a look be put off. */
const grace = 20;

/** A recorded call to a pool. */
interface Recorded {
  readonly call: string;
  readonly pool: string;
  readonly at: Date;
}

/**
 * Whether the newest change that CloudTrail has of this Region came to a look: its pool's item in the ledger says when it
 * was looked at last. Two or three calls to AWS, and proof from end to end; nothing is changed to get it.
 */
export const eventsCheck = async (
  desk: Pick<Desk, 'pool'>,
  { accountId, region }: Pick<Place, 'accountId' | 'region'>,
  now: Date,
): Promise<Check> => {
  const newest = await newestCall(region);
  if (!newest)
    return unknown(
      name,
      `CloudTrail has no change to a user pool of ${inert(region)} in 90 days, so none can have arrived.`,
      'Prove it on a pool that is made for it and deleted again: lifeguard rehearse',
    );
  const shown = inert(`${newest.call} on ${newest.pool} at ${moment(newest.at.toISOString())}`);
  const seen = (await desk.pool(poolRef(accountId, region, newest.pool)))?.history?.seen.at;
  // CloudTrail's times have whole seconds.
  if (seen !== undefined && Date.parse(seen) + 1000 >= newest.at.getTime())
    return ok(name, `The newest change that CloudTrail has was looked at: ${shown}.`);
  if (now.getTime() - newest.at.getTime() < grace * 60_000)
    return unknown(
      name,
      `The newest change is not looked at yet: ${shown}.`,
      `Run the command again in ${grace} minutes.`,
    );
  return wrong(
    name,
    `The newest change that CloudTrail has was not looked at: ${shown}.`,
    'See trail, rules, dead letters and roles above; then the log of on-pool-change: docs/deploy.md, When nothing comes.',
  );
};

const newestCall = async (region: string): Promise<Recorded | undefined> => {
  const client = new CloudTrailClient({ region });
  const found: Recorded[] = [];
  for (const call of calls) {
    const { Events = [] } = await askAws(
      'cloudtrail:LookupEvents',
      client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call }],
          MaxResults: 50,
        }),
      ),
    );
    found.push(
      ...Events.flatMap(({ CloudTrailEvent = '', EventTime }) => recorded(call, CloudTrailEvent, EventTime)),
    );
  }
  return found.toSorted((left, right) => right.at.getTime() - left.at.getTime())[0];
};

/** Calls that AWS refused changed nothing, and a record may leave out its parameters. */
const recorded = (call: string, text: string, at: Date | undefined): readonly Recorded[] => {
  const { errorCode, requestParameters } = readTrailRecord(text);
  const pool = (requestParameters as { readonly userPoolId?: unknown } | null | undefined)?.userPoolId;
  return at && !errorCode && typeof pool === 'string' && isPoolId(pool) ? [{ call, pool, at }] : [];
};
