import { answered } from '../answer.ts';
import { type JsonObject, objectAt, stringAt } from '../json.ts';
import { refusalOf } from './couplings/refusal-of.ts';
import { choosesTemporaryValidity } from './create-user-pool.ts';
import { foldLegacyMessages } from './messages.ts';
import { normalizeSettings } from './normalize.ts';
import { isRefused, namedPool, type Operation, refusalByCondition } from './operation.ts';
import { settingsAfter } from './semantics.ts';
import type { StoredPool } from './user-pools.ts';

/** UpdateUserPool: replaces the pool's settings by those of the request; what it leaves out is reset or kept by the semantics. */
export const updateUserPool: Operation = (world, call, input) => {
  const before = namedPool(world, call, input);
  if (isRefused(before)) return before;
  const stopped = refusalByCondition(before) ?? world.futureMembers.refusal('UpdateUserPool', input);
  if (stopped) return stopped;
  const { UserPoolId: _id, ...asked } = input;
  const request = foldLegacyMessages(asked, world.semantics);
  const settings = withSystemTags(
    normalizeSettings(settingsAfter(before.settings, request, world.semantics)),
    before.settings,
  );
  const after: StoredPool = {
    ...before,
    settings,
    factors: factorsUnder(settings, before.factors),
    modifiedAt: call.at,
    temporaryValidityChosen: before.temporaryValidityChosen || choosesTemporaryValidity(input),
  };
  const refusal = refusalOf({ operation: 'UpdateUserPool', request, before, after });
  if (refusal) return refusal;
  world.pools.put(after);
  return answered();
};

/** UpdateUserPool doesn't touch TOTP and email MFA, except that MFA that is OFF has neither. */
function factorsUnder(settings: JsonObject, factors: JsonObject): JsonObject {
  if (stringAt(settings, 'MfaConfiguration') !== 'OFF') return factors;
  const { SoftwareTokenMfaConfiguration: _totp, EmailMfaConfiguration: _email, ...rest } = factors;
  return rest;
}

/** AWS's own tags: nobody else can take them away. Source: tag naming limits, AWS tagging best practices. */
function withSystemTags(after: JsonObject, before: JsonObject): JsonObject {
  const system = Object.entries(objectAt(before, 'UserPoolTags')).filter(([key]) => key.startsWith('aws:'));
  if (system.length === 0) return after;
  return { ...after, UserPoolTags: { ...objectAt(after, 'UserPoolTags'), ...Object.fromEntries(system) } };
}
