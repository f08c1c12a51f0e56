import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
  ListUserPoolsCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { JsonObject } from '../../pool/json.ts';
import { type PoolRef, poolRef } from '../../pool/pool-ref.ts';
import { nameOf, type PoolSnapshot, tagsOf } from '../../pool/pool-snapshot.ts';
import type { Pools } from '../../pool/pools.ts';
import { mergeUpdate } from '../../remediation/merge-update.ts';
import type { AwsAccount } from '../aws-account.ts';

/** How the name of every pool that a rehearsal makes begins; what follows is the rehearsal's id. */
export const namePrefix = 'lifeguard-rehearsal-';

/** The tag that says whose rehearsal made a pool. */
export const rehearsalTag = 'cognito-lifeguard-rehearsal';

/** Makes the pool of a rehearsal, with MFA by TOTP codes. */
export const createThrowaway = async (
  { accountId, region }: AwsAccount,
  id: string,
  settings: JsonObject,
  onCreated: (pool: PoolRef) => void,
): Promise<PoolRef> => {
  const client = new CognitoIdentityProviderClient({ region });
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({
      ...(settings as Partial<CreateUserPoolCommandInput>),
      PoolName: `${namePrefix}${id}`,
      UserPoolTags: { [rehearsalTag]: id, purpose: 'throwaway: delete it if you find it' },
    }),
  );
  if (!UserPool?.Id) throw new Error('CreateUserPool answered without an id.');
  const pool = poolRef(accountId, region, UserPool.Id);
  onCreated(pool);
  await client.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: pool.id,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  return pool;
};

/**
 * Whether a pool is a rehearsal's: its name and its tag say so with one id, and it has no users. Whoever can change a pool
 * can write both, so this alone deletes nothing: a person is asked.
 */
export const isRehearsals = (snapshot: PoolSnapshot): boolean => {
  const id = tagsOf(snapshot)[rehearsalTag];
  const users = snapshot.userPool.EstimatedNumberOfUsers ?? 0;
  return id !== undefined && nameOf(snapshot) === `${namePrefix}${id}` && users === 0;
};

/**
 * Deletes a pool that a rehearsal made, its deletion protection turned off first. One that isn't as a rehearsal makes
 * them stays, unless this process has made it: measuring takes its tags for a moment.
 * @param isOurs true where this process has made it
 * @returns why it could not be, or undefined
 */
export const deleteThrowaway = async (
  pools: Pools,
  pool: PoolRef,
  id: string,
  isOurs = false,
): Promise<string | undefined> => {
  const read = await pools.read(pool);
  if (read.kind === 'gone') return undefined;
  if (!isOurs && !isRehearsals(read.snapshot))
    return 'it is not as a rehearsal made it: its name, its tag or its users';
  if (read.snapshot.userPool.DeletionProtection === 'ACTIVE') {
    const request = { ...mergeUpdate(read.snapshot, []), DeletionProtection: 'INACTIVE' };
    const written = await pools.write(pool, { operation: 'UpdateUserPool', request }, id);
    if (written.kind !== 'written' && written.kind !== 'unknown') return reasonOf(written);
  }
  const client = new CognitoIdentityProviderClient({ region: pool.region });
  try {
    await client.send(new DeleteUserPoolCommand({ UserPoolId: pool.id }));
    return undefined;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return name === 'ResourceNotFoundException' ? undefined : `${name}: ${message}`;
  }
};

const reasonOf = (written: object): string =>
  'message' in written
    ? String(written.message)
    : 'error' in written
      ? String(written.error)
      : 'its deletion protection could not be turned off';

/** Pools of the Region that earlier rehearsals left, by their names and tags. */
export const leftovers = async (
  pools: Pools,
  { accountId, region }: AwsAccount,
): Promise<readonly PoolSnapshot[]> => {
  const client = new CognitoIdentityProviderClient({ region });
  const found: PoolSnapshot[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListUserPoolsCommand({ MaxResults: 60, NextToken }));
    for (const { Id, Name = '' } of page.UserPools ?? []) {
      if (!Id || !Name.startsWith(namePrefix)) continue;
      const read = await pools.read(poolRef(accountId, region, Id));
      if (read.kind === 'snapshot' && isRehearsals(read.snapshot)) found.push(read.snapshot);
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
};
