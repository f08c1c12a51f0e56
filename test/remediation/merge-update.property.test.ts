import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/pool/json.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import { jsonAt, type PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import { settings } from '../../src/pool/settings.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import { withMember } from '../../src/remediation/request-tree.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { acceptableSettings, arbitrarySettings } from './arbitrary-pool.ts';

const region = 'eu-west-1';
const runs = { numRuns: 200 };

const semantics = ['documented', 'measured', 'worst'] as const;

/** A sandbox of these semantics, with a client of somebody who creates pools and our own door to it. */
const aCognito = async (kind: (typeof semantics)[number]) => {
  const sandbox = await startSandbox({ semantics: kind, homeRegion: region });
  onTestFinished(() => sandbox.close());
  const access = {
    endpoint: sandbox.url,
    region,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'sandbox' },
  };
  const pools = cognitoPools(() => new Date(0), access);
  const client = new CognitoIdentityProviderClient(access);
  return {
    sandbox,
    create: async (tree: JsonObject): Promise<PoolRef> => {
      const input = { PoolName: 'a-pool', ...tree } as unknown as CreateUserPoolCommandInput;
      const { UserPool } = await client.send(new CreateUserPoolCommand(input));
      return poolRef(sandbox.accountId, region, UserPool?.Id ?? '');
    },
    look: async (pool: PoolRef): Promise<PoolSnapshot> => {
      const read = await pools.read(pool);
      if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
      return read.snapshot;
    },
    update: (pool: PoolRef, request: JsonObject) =>
      pools.write(pool, { operation: 'UpdateUserPool', request }, 'a-property'),
  };
};

const undated = ({ userPool: { LastModifiedDate, ...userPool }, mfaConfig }: PoolSnapshot) => ({
  userPool,
  mfaConfig,
});

describe.each(semantics)('an update without changes, sent to a Cognito that is %s', (kind) => {
  it('leaves every pool exactly as it was', async () => {
    const cognito = await aCognito(kind);

    await fc.assert(
      fc.asyncProperty(acceptableSettings, fc.boolean(), async (accepted, isOld) => {
        const { DcrConfiguration, ...others } = accepted;
        // AWS documents that an omitted DcrConfiguration is kept, and mergeUpdate relies on that; `worst` resets it.
        const pool = await cognito.create(kind === 'worst' ? others : accepted);
        // A pool from before account recovery could be set has no such setting.
        if (isOld) dropRecovery(cognito.sandbox, pool);
        const before = await cognito.look(pool);

        const result = await cognito.update(pool, mergeUpdate(before, []));

        expect(result).toEqual({ kind: 'written' });
        expect(undated(await cognito.look(pool))).toEqual(undated(before));
      }),
      { numRuns: 70 },
    );
  });
});

const dropRecovery = ({ pools }: Awaited<ReturnType<typeof startSandbox>>, { id }: PoolRef): void => {
  const stored = pools.get(region, id);
  if (!stored) throw new Error(`${id} is gone.`);
  const { AccountRecoverySetting, ...rest } = stored.settings;
  pools.put({ ...stored, settings: rest });
};

const known = settings.map(({ path }) => path);

const shownByDescribe = settings.filter(({ read }) => read === undefined);
const structures = [
  ...new Set(
    shownByDescribe.flatMap(({ path }) => (path.includes('.') ? [path.slice(0, path.lastIndexOf('.'))] : [])),
  ),
];

/** Describe shows a text that was never set as '', a list as [], a structure as {}, and perhaps any of them as null. */
const placeholder: fc.Arbitrary<readonly [string, Json]> = fc.oneof(
  fc.constantFrom(...shownByDescribe).chain(({ path, kind }) => {
    const empty =
      kind.kind === 'text' ? [''] : kind.kind === 'members' || kind.kind === 'ranking' ? [[]] : [];
    return fc.tuple(fc.constant(path), fc.constantFrom<Json>(null, ...empty));
  }),
  fc.tuple(fc.constantFrom(...structures), fc.constantFrom<Json>({}, null)),
);

const withPlaceholders = (tree: JsonObject, places: readonly (readonly [string, Json])[]): JsonObject =>
  places.reduce((filled, [path, value]) => withMember(filled, path, value), tree);

const formerly: fc.Arbitrary<JsonObject> = fc.record(
  {
    SmsVerificationMessage: fc.constantFrom('', 'Code {####}'),
    EmailVerificationMessage: fc.constantFrom('', 'Code {####}'),
    EmailVerificationSubject: fc.constantFrom('', 'Code'),
    AdminCreateUserConfig: fc.record({ UnusedAccountValidityDays: fc.integer({ min: 0, max: 365 }) }),
  },
  { requiredKeys: [] },
);

/** A pool as Describe might show it, sound or not. */
const anyPool: fc.Arbitrary<PoolSnapshot> = fc
  .tuple(arbitrarySettings, fc.array(placeholder, { maxLength: 12 }), formerly)
  .map(([tree, empty, former]) => {
    const { Id, Arn, CreationDate, LastModifiedDate, SchemaAttributes, UsernameAttributes } =
      aPoolSnapshot().userPool;
    const born = { Id, Arn, CreationDate, LastModifiedDate, SchemaAttributes, UsernameAttributes };
    const { PoolName, ...settled } = tree;
    const userPool = { ...born, Name: PoolName ?? 'a-pool', ...settled, ...former };
    return { ...aPoolSnapshot(), userPool: withPlaceholders(userPool, empty) };
  });

/** The paths of a tree at which '' or {} stands, as far as the catalogue knows them. */
const emptyPlaces = (node: Json | undefined, path: string): string[] => {
  if (node === '' || node === null) return [path];
  if (!isJsonObject(node)) return [];
  if (known.some((each) => each === path)) return [];
  const entries = Object.entries(node);
  if (entries.length === 0) return [path];
  return entries.flatMap(([member, value]) => emptyPlaces(value, path === '' ? member : `${path}.${member}`));
};

describe('a merged request', () => {
  it('never holds what UpdateUserPool does not take, and never a former place', () => {
    const never = settings.filter(
      ({ calls, foldedInto }) => !calls.includes('UpdateUserPool') || foldedInto !== undefined,
    );

    fc.assert(
      fc.property(anyPool, (snapshot) => {
        const request = mergeUpdate(snapshot, []);

        const found = never.filter(({ path }) => jsonAt(request, path) !== undefined).map(({ path }) => path);
        expect(found).toEqual([]);
        expect(request).not.toHaveProperty('Name');
      }),
      runs,
    );
  });

  it('never holds an empty text or structure at a place that the catalogue knows', () => {
    fc.assert(
      fc.property(anyPool, (snapshot) => {
        expect(emptyPlaces(mergeUpdate(snapshot, []), '')).toEqual([]);
      }),
      runs,
    );
  });

  it('names the pool, and always says which attributes are verified', () => {
    fc.assert(
      fc.property(anyPool, (snapshot) => {
        const request = mergeUpdate(snapshot, []);

        expect(request.UserPoolId).toBe(snapshot.pool.id);
        expect(Array.isArray(request.AutoVerifiedAttributes)).toBe(true);
      }),
      runs,
    );
  });

  it('keeps members that the catalogue does not know, whatever they hold, as they were read', () => {
    const places = ['Later', 'Policies.Later', 'Policies.PasswordPolicy.Later', 'LambdaConfig.Later'];

    fc.assert(
      fc.property(anyPool, fc.constantFrom(...places), fc.jsonValue(), (snapshot, path, value) => {
        const userPool = withMember(snapshot.userPool, path, value as Json);

        const request = mergeUpdate({ ...snapshot, userPool }, []);

        expect(jsonAt(request, path)).toEqual(value);
      }),
      runs,
    );
  });

  it('leaves the snapshot as it was', () => {
    fc.assert(
      fc.property(anyPool, (snapshot) => {
        const before = structuredClone(snapshot);

        mergeUpdate(snapshot, []);

        expect(snapshot).toEqual(before);
      }),
      runs,
    );
  });
});
