import { lookMessage, parseLookRequest } from '../../../src/change/look-request.ts';
import { parseCloudTrail } from '../../../src/change/parse-cloudtrail.ts';
import { readJson } from '../../../src/handlers/read-json.ts';
import { poolRef, poolRefFromArn } from '../../../src/pool/pool-ref.ts';
import { hold } from './hold.ts';
import type { Reader } from './reader.ts';
import { textsOf } from './texts-of.ts';

const accountId = '111122223333';
const here = { accountId, regions: ['eu-west-1', 'us-east-1'] };
const pool = poolRef(accountId, 'eu-west-1', 'eu-west-1_AbCdEf123');

/** In characters of JSON: what is kept of an event goes into the ledger and into notices. */
const mostKept = 100_000;

/** What stands on the queue `pool-changes`: events that carry CloudTrail records, and our own requests to look. */
export const eventReader: Reader = {
  seeds: async () => [
    ...(await textsOf('events/**/*.json')),
    lookMessage({ pool }),
    lookMessage({ pool, cause: { kind: 'sweep', sweep: 'sweep-1', eventTime: '2026-11-23T10:00:00Z' } }),
  ],
  read: async (text) => {
    const message = readJson(text);
    const change = parseLookRequest(message, here) ?? parseCloudTrail(message, here);
    hold(JSON.stringify(change).length <= mostKept, 'More is kept of an event than the ledger takes.');
    switch (change.kind) {
      case 'ignored':
        return hold(change.detail !== '', 'An event is ignored without a reason.');
      case 'region-change':
        return hold(here.regions.includes(change.region), 'A Region is looked at that is not looked after.');
      case 'pool-change':
      case 'look-request':
        hold(change.pool.accountId === accountId, 'A pool of another account is looked at.');
        return hold(poolRefFromArn(change.pool.arn) !== undefined, 'A pool is looked at that is none.');
    }
  },
};
