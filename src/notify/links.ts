import type { CallCause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { isRegionName } from '../pool/region-name.ts';

/** An address that we made or that a policy file gave. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Console hosts per partition: AWS's endpoint documentation for the China and GovCloud (US) Regions. */
const consoleDomains: { readonly [partition: string]: string } = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

const longest = 500;

const consoleUrl = (pool: PoolRef, path: string): string | undefined => {
  const domain = Object.hasOwn(consoleDomains, pool.partition) ? consoleDomains[pool.partition] : undefined;
  const url = `https://${pool.region}.${domain}/${path}`;
  return domain && isRegionName(pool.region) && url.length <= longest ? url : undefined;
};

/**
 * The pool in the console.
 * @returns undefined for a partition whose console we don't know, and where a part doesn't fit an address
 */
export const poolLink = (pool: PoolRef): Link | undefined => {
  const id = encodeURIComponent(pool.id.toWellFormed());
  const url = consoleUrl(pool, `cognito/v2/idp/user-pools/${id}/users?region=${pool.region}`);
  return url === undefined ? undefined : { label: 'The pool in the console', url };
};

/** A recorded call in CloudTrail's event history; undefined as for `poolLink`. */
export const callLink = (pool: PoolRef, call: CallCause): Link | undefined => {
  const eventId = encodeURIComponent(call.eventId.toWellFormed());
  const url = consoleUrl(pool, `cloudtrailv2/home?region=${pool.region}#/events/${eventId}`);
  return url === undefined ? undefined : { label: 'The call in CloudTrail', url };
};

/** An address from a policy file, safe to print bare or in angle brackets; undefined where it isn't one. */
export const webAddress = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const address = url.href.replace(
    /[|'()`*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return ['https:', 'http:'].includes(url.protocol) && address.length <= longest ? address : undefined;
};
