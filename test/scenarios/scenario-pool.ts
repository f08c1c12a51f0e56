import {
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientOf, keys } from '../../src/cli/demo/people.ts';
import { sandboxRegion } from '../../src/cli/deployed/sandbox-settings.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { membersOver } from './members-over.ts';
import type { Scenario } from './scenario.ts';

/** What CreateUserPool doesn't take: a pool gets it by SetUserPoolMfaConfig afterwards. */
const mfaMembers = ['SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration', 'WebAuthnConfiguration'];

/** Makes a pool that has these members, by the calls that take them. @throws where AWS refuses it */
export const setUp = async (sandbox: Sandbox, set: JsonObject): Promise<PoolRef> => {
  const client = clientOf(sandbox, keys.pipeline);
  const needsMfaCall = mfaMembers.some((member) => set[member] !== undefined);
  const { MfaConfiguration, ...rest } = set;
  const create = new CreateUserPoolCommand({
    ...(needsMfaCall ? rest : set),
  } as unknown as CreateUserPoolCommandInput);
  const { UserPool } = await client.send(create);
  const pool = poolRef(sandbox.accountId, sandboxRegion, UserPool?.Id ?? '');
  if (needsMfaCall) await client.send(mfaCommand(pool, mfaConfigOf(set)));
  return pool;
};

const mfaConfigOf = ({ SmsConfiguration, SmsAuthenticationMessage, ...set }: JsonObject): JsonObject => ({
  MfaConfiguration: set.MfaConfiguration ?? 'OFF',
  ...(SmsConfiguration !== undefined &&
    set.MfaConfiguration !== 'OFF' && {
      SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage },
    }),
  ...Object.fromEntries(mfaMembers.map((member) => [member, set[member]])),
});

const mfaCommand = (pool: PoolRef, members: JsonObject): SetUserPoolMfaConfigCommand =>
  new SetUserPoolMfaConfigCommand({
    ...members,
    UserPoolId: pool.id,
  } as unknown as SetUserPoolMfaConfigCommandInput);

/** What CreateUserPool takes and UpdateUserPool doesn't; the SDK leaves the members of mfaMembers away by itself. */
const fixedAtCreation = ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'];

/** Sends a scenario's one call: its members over all that the pool was set up with. @throws where AWS refuses it */
export const weaken = async (
  sandbox: Sandbox,
  pool: PoolRef,
  set: JsonObject,
  { weakened, by }: Scenario,
): Promise<void> => {
  const client = clientOf(sandbox, by === 'Developer' ? keys.developer : keys.pipeline);
  if ('SetUserPoolMfaConfig' in weakened) {
    await client.send(mfaCommand(pool, membersOver(mfaConfigOf(set), weakened.SetUserPoolMfaConfig)));
    return;
  }
  const whole = Object.fromEntries(
    Object.entries(set).filter(([member]) => !fixedAtCreation.includes(member)),
  );
  await client.send(
    new UpdateUserPoolCommand({
      ...membersOver(whole, weakened.UpdateUserPool),
      UserPoolId: pool.id,
    } as unknown as UpdateUserPoolCommandInput),
  );
};
