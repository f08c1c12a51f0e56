import { answered } from '../answer.ts';
import { defined, type JsonObject, numberAt, objectAt } from '../json.ts';
import { refusalOf } from './couplings/refusal-of.ts';
import { CREATED_WITH } from './defaults.ts';
import { withMember } from './future-members.ts';
import { foldLegacyMessages } from './messages.ts';
import { normalizeSettings } from './normalize.ts';
import type { Operation } from './operation.ts';
import { showPool } from './show-pool.ts';
import { schemaAttributes } from './standard-attributes.ts';
import { SOUND, type StoredPool } from './user-pools.ts';

/** CreateUserPool: a new pool with AWS's defaults under what was asked. */
export const createUserPool: Operation = (world, call, input) => {
  const { Schema: _schema, AliasAttributes, UsernameAttributes, UsernameConfiguration, ...asked } = input;
  const folded = foldLegacyMessages(asked, world.semantics);
  const id = `${call.region}_${idSuffix(world.newId())}`;
  const pool: StoredPool = {
    id,
    arn: `arn:aws:cognito-idp:${call.region}:${world.accountId}:userpool/${id}`,
    region: call.region,
    createdAt: call.at,
    modifiedAt: call.at,
    settings: normalizeSettings({ ...CREATED_WITH, ...folded }),
    factors: {},
    birthmarks: defined({
      SchemaAttributes: schemaAttributes(input),
      AliasAttributes,
      UsernameAttributes,
      UsernameConfiguration,
    }),
    conditions: SOUND,
    temporaryValidityChosen: choosesTemporaryValidity(input),
    clients: new Map(),
  };
  const refusal = refusalOf({ operation: 'CreateUserPool', request: folded, before: undefined, after: pool });
  if (refusal) return refusal;
  let { settings, factors } = pool;
  for (const { path, value } of world.futureMembers.onNewPool('UpdateUserPool'))
    settings = withMember(settings, path, value);
  for (const { path, value } of world.futureMembers.onNewPool('SetUserPoolMfaConfig'))
    factors = withMember(factors, path, value);
  const created = { ...pool, settings, factors };
  world.pools.put(created);
  return answered({ UserPool: showPool(created) });
};

/** Says whether a request sets TemporaryPasswordValidityDays; 0 counts as leaving it out. */
export function choosesTemporaryValidity(input: JsonObject): boolean {
  const days = numberAt(
    objectAt(objectAt(input, 'Policies'), 'PasswordPolicy'),
    'TemporaryPasswordValidityDays',
  );
  return days !== undefined && days > 0;
}

/** A pool id ends in letters and digits after its Region. */
function idSuffix(id: string): string {
  return id.replaceAll(/[^0-9a-zA-Z]/g, '').slice(-9);
}
