import type { JsonObject } from '../../../src/pool/json.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { type PoolSnapshot, readSetting } from '../../../src/pool/pool-snapshot.ts';
import { sameValue } from '../../../src/pool/setting-value.ts';
import { isGovernable, settings } from '../../../src/pool/settings.ts';
import { showMfa, showPool } from '../../../src/sandbox/cognito/show-pool.ts';
import type { StoredPool } from '../../../src/sandbox/cognito/user-pools.ts';
import { accountId, region } from './cognito-in-time.ts';

/** A pool as it stands in Cognito, as a look would see it that takes no time. */
export const snapshotOf = (pool: StoredPool, now: Date): PoolSnapshot => ({
  pool: poolRef(accountId, region, pool.id),
  userPool: asSent(showPool(pool)),
  mfaConfig: asSent(showMfa(pool)),
  takenAt: now.toISOString(),
  answeredAt: now.toISOString(),
});

const asSent = (body: object): JsonObject => JSON.parse(JSON.stringify(body)) as JsonObject;

/** The governable settings in which two looks differ. */
export const movedBetween = (before: PoolSnapshot, after: PoolSnapshot): readonly string[] =>
  settings
    .filter(isGovernable)
    .filter((setting) => !sameValue(readSetting(before, setting), readSetting(after, setting)))
    .map(({ path }) => path);
