import {
  type ReportFacts,
  type ReportModel,
  reportMaker,
} from '../../src/cli/report-page/model/report-model.ts';
import { seePool } from '../../src/cli/report-page/model/seen-pool.ts';
import type { PoolHistory } from '../../src/history/pool-history.ts';
import { after, day, hour } from '../../src/history/times.ts';
import type { Remembered } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { PoolUnreachableError } from '../../src/pool/errors.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { promptly, type World } from '../../src/world.ts';
import { aHistory } from './a-history.ts';
import { aPoolSnapshot } from './a-pool-snapshot.ts';
import { anExemption } from './an-exemption.ts';
import { anOwner } from './an-owner.ts';

const account = '111122223333';
const now = '2026-11-23T10:00:00.000Z';

/** A world of many pools that nobody writes to: each is like a team's, and many are weak in one way or several. */
export interface ManyPools {
  readonly count: number;
  readonly folders?: readonly string[];
  readonly policies?: PolicySet;
  /** What a pool is called, in place of a team's name for it. */
  readonly nameOf?: (index: number) => string | undefined;
  /** False where no ledger is read. */
  readonly hasLedger?: boolean;
  /** Of so many pools one can't be read; none where it isn't said. */
  readonly unreadableEach?: number;
  /** True where no pool is weak. */
  readonly isCompliant?: boolean;
}

const teams = [
  'checkout',
  'accounts',
  'payments',
  'partner-portal',
  'mobile',
  'loyalty',
  'careers',
  'support',
];
const stages = ['production', 'staging', 'preview', 'load-test'];

/** Every index leads to the same pool each time. */
const oneIn = (index: number, salt: number, many: number): boolean =>
  ((((index + 1) * 2_654_435_761 * salt) % 4_294_967_296) % 1009) % many === 0;

const idOf = (index: number): string =>
  `eu-west-1_${(index + 916_132_832 + index * 7_919).toString(36).padStart(9, 'a')}`;

const snapshotOf = (pool: PoolRef, index: number, { nameOf, isCompliant }: ManyPools) => {
  const team = teams[index % teams.length] ?? '';
  const stage = stages[Math.floor(index / teams.length) % stages.length] ?? '';
  const weak = (salt: number, many: number): boolean => isCompliant !== true && oneIn(index, salt, many);
  const name = nameOf?.(index) ?? `${team}-${stage}${index < 32 ? '' : `-${index}`}`;
  return aPoolSnapshot({
    id: pool.id,
    takenAt: now,
    set: {
      Name: name,
      UserPoolTags: weak(3, 9) ? {} : { team, environment: stage },
      ...(weak(5, 4) && { 'Policies.PasswordPolicy.MinimumLength': 8 + (index % 5) }),
      ...(weak(7, 6) && { 'Policies.PasswordPolicy.RequireSymbols': false }),
      ...(weak(11, 12) && { 'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 30 + (index % 40) }),
      ...(weak(13, 5) && { DeletionProtection: 'INACTIVE' }),
      ...(weak(17, 3) && { 'AdminCreateUserConfig.AllowAdminCreateUserOnly': false }),
      ...(weak(19, 9) && { UserPoolTier: 'ESSENTIALS', 'UserPoolAddOns.AdvancedSecurityMode': 'OFF' }),
      ...(weak(23, 10) && { 'UserPoolAddOns.AdvancedSecurityMode': 'AUDIT' }),
      ...(weak(29, 11) && { MfaConfiguration: 'OFF' }),
    },
    ...(weak(29, 11) && { mfaConfig: { MfaConfiguration: 'OFF' } }),
  });
};

const historyOf = (index: number): Partial<PoolHistory> => ({
  debt: oneIn(index, 31, 3)
    ? Object.fromEntries(
        ['deletion-protection', 'threat-protection', 'password-minimum-length'].map((rule) => [
          rule,
          { since: after(now, -(index % 40) * day), version: 'v', found: null },
        ]),
      )
    : {},
  fixes: oneIn(index, 37, 4)
    ? [{ setting: 'DeletionProtection', at: after(now, -(index % 13) * day), outcome: `fix-${index}` }]
    : [],
  undoings: oneIn(index, 41, 19)
    ? [{ at: after(now, -(index % 11) * day - hour), settings: ['DeletionProtection'], actors: [] }]
    : [],
});

const policiesOf = async (folders: readonly string[]): Promise<PolicySet> => {
  const sets = await Promise.all(folders.map((folder) => loadPolicies(folder)));
  const all = sets.map((loaded) => {
    if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
    return loaded.policies;
  });
  return {
    digest: `sha256:${'4f7a'.repeat(16)}`,
    policies: all.flatMap(({ policies }) => policies.map((policy) => ({ ...policy, appliesTo: {} }))),
    exemptions: [
      anExemption({
        pools: Array.from({ length: 40 }, (_, index) => index)
          .filter((index) => oneIn(index, 17, 3) && index % 4 === 0)
          .map((index) => poolRef(account, 'eu-west-1', idOf(index)).arn),
        rules: [{ rule: 'admin-only-sign-up' }, { rule: 'password-minimum-length' }],
        ticket: 'SEC-412',
        reason: 'Customers sign up by themselves until the new shop is live.',
        expires: '2026-12-20',
      }),
    ],
    owners: teams.map((team) => anOwner({ name: `${team}-team`, pools: { tags: { team: [team] } } })),
  };
};

/** A report of many pools, made on the command's own path. */
export const aReport = async (many: ManyPools, facts: Partial<ReportFacts> = {}): Promise<ReportModel> => {
  const policies = many.policies ?? (await policiesOf(many.folders ?? ['policies']));
  const { hasLedger = true, unreadableEach } = many;
  const indexes = new Map(Array.from({ length: many.count }, (_, index) => [idOf(index), index]));
  const world: World = {
    pools: {
      read: async (pool: PoolRef) => {
        const index = indexes.get(pool.id) ?? 0;
        if (unreadableEach !== undefined && index % unreadableEach === unreadableEach - 1)
          throw new PoolUnreachableError(
            'read',
            pool,
            new Error('not authorized to perform: cognito-idp:DescribeUserPool'),
          );
        return { kind: 'snapshot', snapshot: snapshotOf(pool, index, many) };
      },
    } as unknown as World['pools'],
    policies,
    ledger: memoryLedger({ leaseSeconds: 90, newId: () => 'id', distinct: (causes) => ({ causes }) }).looks,
    tell: async () => {},
    now: () => new Date(now),
    newId: () => 'an-outcome',
    wait: async () => {},
    mode: 'remediate',
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions: cautiousPlan,
    habits: promptly,
    later: async () => {},
  };
  const plain = aHistory();
  const desk = {
    pool: async (pool: PoolRef): Promise<Remembered> => ({
      history: { ...plain, ...historyOf(indexes.get(pool.id) ?? 0) },
      requests: [],
      account: { pauses: [] },
    }),
  };
  const maker = reportMaker(
    {
      account,
      regions: ['eu-west-1'],
      isPartial: false,
      madeAt: now,
      version: '0.1.0',
      ...(hasLedger && { ledger: 'of the deployment' }),
      ...facts,
    },
    policies,
  );
  for (const id of indexes.keys())
    maker.take(await seePool(world, poolRef(account, 'eu-west-1', id), hasLedger ? desk : undefined));
  return maker.made();
};
