import type { JsonObject } from '../json.ts';

/** What is wrong or special about a pool beyond its settings. */
export interface PoolConditions {
  /** The IAM role in SmsConfiguration: `no-trust` and `no-access` refuse every update of the pool. */
  readonly smsRole: 'sound' | 'no-trust' | 'no-access';
  readonly importInProgress: boolean;
  /** A replica in a secondary Region: it is written through its primary only. */
  readonly secondaryReplica: boolean;
  /** AWS holds the pool to its present tier. */
  readonly tierLocked: boolean;
}

/** A user pool as the sandbox keeps it. */
export interface StoredPool {
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  /** What CreateUserPool and UpdateUserPool set, in the form in which DescribeUserPool shows it. */
  readonly settings: JsonObject;
  /** What only SetUserPoolMfaConfig sets: TOTP, email MFA, passkeys. */
  readonly factors: JsonObject;
  /** What a pool keeps for life: schema, aliases, user name attributes. */
  readonly birthmarks: JsonObject;
  readonly conditions: PoolConditions;
  /** AWS: once TemporaryPasswordValidityDays is set, the legacy member can't be set any more. */
  readonly temporaryValidityChosen: boolean;
  readonly clients: ReadonlyMap<string, JsonObject>;
}

/** The pools of all Regions; a Region sees its own only. */
export interface UserPools {
  get(region: string, id: string): StoredPool | undefined;
  list(region: string): readonly StoredPool[];
  all(): readonly StoredPool[];
  put(pool: StoredPool): void;
  delete(region: string, id: string): void;
  /** Sets what is wrong or special about a pool. Throws RangeError if there is no such pool. */
  setConditions(region: string, id: string, conditions: Partial<PoolConditions>): void;
  /**
   * Puts top-level settings on a pool without any check, as a pool may have them that is older than a rule
   * (threat protection on LITE, both forms of the verification mail). Throws RangeError if there is no such pool.
   */
  overwriteSettings(region: string, id: string, settings: JsonObject): void;
}

export const SOUND: PoolConditions = {
  smsRole: 'sound',
  importInProgress: false,
  secondaryReplica: false,
  tierLocked: false,
};

/** An empty world of pools. */
export function createUserPools(): UserPools {
  const regions = new Map<string, Map<string, StoredPool>>();
  const inRegion = (region: string) => {
    const pools = regions.get(region) ?? new Map<string, StoredPool>();
    regions.set(region, pools);
    return pools;
  };
  const existing = (region: string, id: string) => {
    const pool = inRegion(region).get(id);
    if (!pool) throw new RangeError(`No user pool ${id} in ${region}`);
    return pool;
  };
  const put = (pool: StoredPool) => {
    inRegion(pool.region).set(pool.id, pool);
  };
  return {
    get: (region, id) => inRegion(region).get(id),
    list: (region) => [...inRegion(region).values()],
    all: () => [...regions.values()].flatMap((pools) => [...pools.values()]),
    put,
    delete: (region, id) => {
      inRegion(region).delete(id);
    },
    setConditions: (region, id, conditions) => {
      const pool = existing(region, id);
      put({ ...pool, conditions: { ...pool.conditions, ...conditions } });
    },
    overwriteSettings: (region, id, settings) => {
      const pool = existing(region, id);
      put({ ...pool, settings: { ...pool.settings, ...settings } });
    },
  };
}
