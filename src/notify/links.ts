import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';

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

const regionForm = /^[a-z]{2,4}(-[a-z]{2,12}){1,2}-\d{1,2}$/;
const longest = 500;

const consoleUrl = (pool: PoolRef, path: string): string | undefined => {
  const domain = Object.hasOwn(consoleDomains, pool.partition) ? consoleDomains[pool.partition] : undefined;
  const url = `https://${pool.region}.${domain}/${path}`;
  return domain && regionForm.test(pool.region) && url.length <= longest ? url : undefined;
};

/**
 * The addresses a reader needs: the pool in the console and each call that made us look, in CloudTrail.
 * A partition whose console we don't know, or a part that doesn't fit an address, leaves its link out.
 */
export const linksOf = (pool: PoolRef, causes: readonly Cause[]): readonly Link[] => {
  const region = encodeURIComponent(pool.region.toWellFormed());
  const candidates = [
    {
      label: 'The pool in the console',
      url: consoleUrl(
        pool,
        `cognito/v2/idp/user-pools/${encodeURIComponent(pool.id.toWellFormed())}/users?region=${region}`,
      ),
    },
    ...causes.flatMap((cause) =>
      cause.kind === 'call'
        ? [
            {
              label: 'The call in CloudTrail',
              url: consoleUrl(
                pool,
                `cloudtrailv2/home?region=${region}#/events/${encodeURIComponent(cause.eventId.toWellFormed())}`,
              ),
            },
          ]
        : [],
    ),
  ];
  return candidates.flatMap(({ label, url }) => (url ? [{ label, url }] : [])).slice(0, 4);
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
