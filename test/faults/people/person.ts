import type { JsonObject } from '../../../src/pool/json.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import { mergeUpdate } from '../../../src/remediation/merge-update.ts';
import { accountId, type Caller, type CognitoAnswer, region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';
import type { Edit } from './edits.ts';

/** Somebody who changes pools. */
export interface Person extends Caller {
  readonly name: string;
}

/** Registers a role whose sessions call with an access key of their own. */
export const aPerson = ({ cognito }: Stage, name: string, extra: JsonObject = {}): Person => {
  const accessKeyId = `AKIA${name.toUpperCase()}`;
  cognito.identities.register(accessKeyId, {
    type: 'AssumedRole',
    arn: `arn:aws:sts::${accountId}:assumed-role/${name}/session`,
    accountId,
    sessionContext: { sessionIssuer: { arn: `arn:aws:iam::${accountId}:role/${name}` } },
    ...extra,
  });
  return { name, accessKeyId, userAgent: `${name}/1.0` };
};

/** Reads a pool as a tool does before it updates it; undefined where it can't. */
const readAs = async (
  { cognito, time }: Stage,
  person: Person,
  id: string,
): Promise<PoolSnapshot | undefined> => {
  const takenAt = time.now().toISOString();
  const described = await cognito.call(person, 'DescribeUserPool', { UserPoolId: id });
  const mfa = await cognito.call(person, 'GetUserPoolMfaConfig', { UserPoolId: id });
  if (described.kind !== 'answered' || mfa.kind !== 'answered') return undefined;
  const { UserPool: userPool } = described.body as { readonly UserPool: JsonObject };
  return {
    pool: poolRef(accountId, region, id),
    userPool: JSON.parse(JSON.stringify(userPool)) as JsonObject,
    mfaConfig: JSON.parse(JSON.stringify(mfa.body)) as JsonObject,
    takenAt,
    answeredAt: takenAt,
  };
};

/** A careful update: reads the pool, changes what is wanted, sends everything back after a while. */
export const update = async (
  stage: Stage,
  person: Person,
  id: string,
  edits: readonly Edit[],
  thinks = stage.chance.between(200, 4000),
): Promise<CognitoAnswer | undefined> => {
  const seen = await readAs(stage, person, id);
  if (!seen) return undefined;
  const { UserPoolId: _, ...whole } = mergeUpdate(seen, []);
  const edited = edits.reduce<JsonObject>((request, edit) => edit(request, stage.chance), whole);
  await stage.time.wait(thinks);
  return stage.cognito.call(person, 'UpdateUserPool', { ...edited, UserPoolId: id });
};

/** A change of the second factor, by somebody who says only what they want: what else there was is turned off. */
export const setMfa = async ({ cognito }: Stage, person: Person, id: string, mfa: string): Promise<void> => {
  await cognito.call(person, 'SetUserPoolMfaConfig', {
    UserPoolId: id,
    MfaConfiguration: mfa,
    ...(mfa !== 'OFF' && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
  });
};
