/** Which user pool: all that is needed to name it, reach it and link to it. */
export interface PoolRef {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly id: string;
  readonly arn: string;
}

/** User pool ids as AWS's service model has them: Region, underscore, letters and digits; at most 55 characters. */
const poolId = /^(?=.{1,55}$)([\w-]+)_[0-9a-zA-Z]+$/;

const poolArn = /^arn:([\w-]+):cognito-idp:([\w-]+):(\d{12}):userpool\/([\w-]+_[0-9a-zA-Z]+)$/;

/**
 * The partition that a Region belongs to, from the Region's prefix.
 * Source: the partition table of AWS's SDKs (aws-cn for China, aws-us-gov for GovCloud).
 */
export const partitionOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
};

/** True for a string that has the form of a user pool id. */
export const isPoolId = (value: unknown): value is string => typeof value === 'string' && poolId.test(value);

/**
 * Builds a PoolRef from its parts.
 * @param region the Region that holds the pool, `eu-west-1`
 * @param id the pool id, `eu-west-1_AbCdEf123`
 */
export const poolRef = (accountId: string, region: string, id: string): PoolRef => {
  const partition = partitionOf(region);
  return {
    partition,
    region,
    accountId,
    id,
    arn: `arn:${partition}:cognito-idp:${region}:${accountId}:userpool/${id}`,
  };
};

/** Reads a user pool ARN; undefined where the text isn't one. */
export const poolRefFromArn = (arn: string): PoolRef | undefined => {
  const [, partition, region, accountId, id] = poolArn.exec(arn) ?? [];
  return partition && region && accountId && isPoolId(id)
    ? { partition, region, accountId, id, arn }
    : undefined;
};

/** The Region that a pool id names by its prefix: `eu-west-1_AbC` lives in `eu-west-1`. */
export const regionOfPoolId = (id: string): string => id.slice(0, id.lastIndexOf('_'));
