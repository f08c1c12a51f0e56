import type { PageNews } from '../../../src/cli/page/page-data.ts';
import { type PageFeed, pageFeed } from '../../../src/cli/page/page-feed.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import type { JsonObject } from '../../../src/sandbox/json.ts';
import { aPolicySet } from '../../support/a-policy.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';

/** The access key of the Lifeguard that the page is about. */
export const ourKey = 'AKIALIFEGUARD';

/** A CloudTrail record of a call to the pool of `aPoolSnapshot`, by a developer. */
export const aRecord = (overrides: JsonObject = {}): JsonObject => ({
  eventName: 'UpdateUserPool',
  eventSource: 'cognito-idp.amazonaws.com',
  eventID: '5f7c9b1e-4a8d-4c06-9d59-2f3f8f1f0a11',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  userAgent: 'aws-cli/2.31.0',
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call',
    accessKeyId: 'AKIADEVELOPER',
  },
  requestParameters: { userPoolId: 'eu-west-1_AbCdEf123' },
  ...overrides,
});

/** The same record, of a call that Lifeguard made. */
export const ourRecord = (): JsonObject =>
  aRecord({ userIdentity: { type: 'AssumedRole', accessKeyId: ourKey } });

/** A page on which nothing has happened, and a way to let something happen: what the call leaves of the pool, and when. */
export interface FedPage {
  readonly feed: PageFeed;
  readonly news: readonly PageNews[];
  readonly call: (record: JsonObject, left?: PoolSnapshot, at?: string) => void;
}

export const aPageFeed = (): FedPage => {
  const pools = new Map<string, PoolSnapshot>();
  const feed = pageFeed({
    place: {
      endpoint: 'http://127.0.0.1:4577',
      accountId: '111122223333',
      region: 'eu-west-1',
      policies: '',
    },
    commands: () => [],
    policies: aPolicySet(),
    lifeguardKey: ourKey,
    poolNow: (region, id) => pools.get(`${region}/${id}`),
  });
  const news: PageNews[] = [];
  feed.follow((each) => news.push(each));
  return {
    feed,
    news,
    call: (record, left, at = '2026-11-23T09:14:07.000Z') => {
      pools.clear();
      if (left) pools.set(`${left.pool.region}/${left.pool.id}`, left);
      feed.happened({ kind: 'record', record, at: new Date(at) });
    },
  };
};

/** The pool with this minimum password length. */
export const withLength = (length: number): PoolSnapshot =>
  aPoolSnapshot({ set: { 'Policies.PasswordPolicy.MinimumLength': length } });
