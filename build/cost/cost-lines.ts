import { prices } from './prices.ts';

/** What the sums go by; docs/cost.md says where each comes from. */
export const assumed = {
  hoursInAMonth: 730,
  /** How many messages a look takes of SQS's requests: a tenth of a batch to send, one to receive, one to delete. */
  requestsOfALook: 2.1,
  /** Seconds of a function with half a GB. */
  secondsOfALook: 0.3,
  gigabytesOfALook: 0.5,
  /** A claim and a release of an item under 3 KB, and what the sweep notes of it. */
  writeUnitsOfALook: 7,
  readUnitsOfALook: 1,
  /** KB that stay: the pool's item, and three days of notes. */
  kilobytesOfAPool: 3 + 72 * 0.4,
  logKilobytesOfALook: 1.2,
  /** Lambda traces one request a second and a twentieth of the others: of 3.75 looks a second that many. */
  tracedShare: 0.3,
  /** Lambda polls a queue that is empty with five connections, each for twenty seconds. */
  pollsOfAQueue: (5 * 60 * 60 * 730) / 20,
  /** A data key of SQS lasts five minutes, for whoever sends and whoever receives; DynamoDB's key as long. */
  keyRequestsOfAQueue: (2 * 60 * 730) / 5,
  metrics: 6,
  /** RollCalls, and AccountsSilent. */
  metricsOfTheCentre: 2,
  mails: 300,
  poolsOfAMember: 7,
  /** A heartbeat with each sweep, a digest a day, and what happens to pools. */
  eventsToTheCentre: 730 + 30 + 20,
} as const;

/** How many of each a deployment has. */
export interface Parts {
  readonly queues: number;
  readonly alarms: number;
  readonly dashboards: number;
  /** Of our own, that have values in most months. */
  readonly metrics: number;
  /** That are sent in a month. */
  readonly mails: number;
}

/** A line of the bill. */
export interface CostLine {
  readonly what: string;
  /** The arithmetic, in words. */
  readonly sum: string;
  /** US dollars a month. */
  readonly dollars: (pools: number) => number;
}

/** The lines of a month's bill, for a sweep each hour. */
export const costLines = ({ queues, alarms, dashboards, metrics, mails }: Parts): readonly CostLine[] => {
  const looks = (pools: number): number => pools * assumed.hoursInAMonth;
  return [
    {
      what: 'KMS',
      sum: `one key, $${prices.kmsKey}, or $${3 * prices.kmsKey} after its second rotation; a data key every five minutes for each side of ${queues} queues and for the table`,
      dollars: () => prices.kmsKey + assumed.keyRequestsOfAQueue * (queues + 0.5) * prices.kmsRequest,
    },
    {
      what: 'SQS',
      sum: `${queues} queues that are polled all month, ${Math.round(assumed.pollsOfAQueue).toLocaleString('en-US')} requests each; ${assumed.requestsOfALook} requests a look`,
      dollars: (pools) =>
        (queues * assumed.pollsOfAQueue + looks(pools) * assumed.requestsOfALook) * prices.sqsRequest,
    },
    {
      what: 'Lambda',
      sum: `an invocation a look, ${assumed.secondsOfALook} s with ${assumed.gigabytesOfALook} GB`,
      dollars: (pools) =>
        looks(pools) *
        (prices.lambdaRequest +
          assumed.secondsOfALook * assumed.gigabytesOfALook * prices.lambdaGigabyteSecond),
    },
    {
      what: 'DynamoDB',
      sum: `${assumed.writeUnitsOfALook} write units and ${assumed.readUnitsOfALook} read unit a look; ${Math.round(assumed.kilobytesOfAPool)} KB a pool, with point-in-time recovery`,
      dollars: (pools) =>
        looks(pools) *
          (assumed.writeUnitsOfALook * prices.dynamoWriteUnit +
            assumed.readUnitsOfALook * prices.dynamoReadUnit) +
        (pools * assumed.kilobytesOfAPool * prices.dynamoGigabyte) / 1_000_000,
    },
    {
      what: 'CloudWatch',
      sum: `${alarms} alarms, some ${metrics} metrics that have values, ${dashboards === 0 ? 'no' : 'a'} dashboard`,
      dollars: () => alarms * prices.alarm + metrics * prices.metric + dashboards * prices.dashboard,
    },
    {
      what: 'Logs',
      sum: `${assumed.logKilobytesOfALook} KB a look, ours and Lambda’s own lines`,
      dollars: (pools) => (looks(pools) * assumed.logKilobytesOfALook * prices.logGigabyte) / 1_000_000,
    },
    {
      what: 'X-Ray',
      sum: `${Math.round(assumed.tracedShare * 100)}% of the looks are traced`,
      dollars: (pools) => looks(pools) * assumed.tracedShare * prices.trace,
    },
    {
      what: 'SNS',
      sum: mails === 0 ? 'nobody is told here' : `${mails} mails; Slack costs nothing`,
      dollars: () => mails * prices.mail,
    },
  ];
};
