import type { Scope } from '../policy/policy.ts';
import { hasTags, matchesGlob } from '../policy/scope.ts';
import { poolRefFromArn } from '../pool/pool-ref.ts';
import { settingAt } from '../pool/settings.ts';
import type { DeclaredPool } from './declared-pool.ts';
import { declaredSetting, type Outlook } from './declared-setting.ts';

/** Whether a policy binds a declared pool, as far as the file tells. */
export type DeclaredBinding = 'binds' | 'free' | { readonly reason: string };

/** Where a pool will be, as far as anybody said. */
export interface Whereabouts {
  readonly account?: string;
  readonly region?: string;
}

/** Whether a policy with this scope will speak of the pool once it is deployed. */
export const declaredBinding = (scope: Scope, pool: DeclaredPool, where: Whereabouts): DeclaredBinding => {
  const parts = [
    inList(scope.accounts, where.account, 'account', '--account'),
    inList(scope.regions, where.region, 'Region', '--region'),
    amongPools(scope.pools, pool, where),
    byName(scope, pool),
    byTags(scope, pool),
  ];
  if (parts.includes('free')) return 'free';
  return parts.find((part) => part !== 'binds') ?? 'binds';
};

const inList = (
  asked: readonly string[] | undefined,
  known: string | undefined,
  what: string,
  option: string,
): DeclaredBinding => {
  if (!asked) return 'binds';
  if (known === undefined)
    return { reason: `the policy binds by ${what}, and the file does not name it: ${option} does` };
  return asked.includes(known) ? 'binds' : 'free';
};

const amongPools = (
  asked: readonly string[] | undefined,
  pool: DeclaredPool,
  where: Whereabouts,
): DeclaredBinding => {
  if (!asked) return 'binds';
  if (pool.arn !== undefined) return asked.includes(pool.arn) ? 'binds' : 'free';
  // A pool that isn't there yet has no ARN that a policy could name.
  if (pool.tool === 'Terraform' && pool.before === undefined) return 'free';
  const possible = asked.some((arn) => {
    const ref = poolRefFromArn(arn);
    return (
      (where.account === undefined || ref?.accountId === where.account) &&
      (where.region === undefined || ref?.region === where.region)
    );
  });
  return possible
    ? { reason: 'the policy binds pools by ARN, and the file does not tell which one this is' }
    : 'free';
};

const byName = ({ names }: Scope, pool: DeclaredPool): DeclaredBinding => {
  if (!names) return 'binds';
  return together(
    declaredSetting(pool, settingAt('PoolName')).all.map((each) => {
      if (each.kind === 'unknown') return { reason: `the policy binds by name, and ${each.reason}` };
      const name = typeof each.value === 'string' ? each.value : null;
      return names.some((glob) => matchesGlob(glob, name)) ? 'binds' : 'free';
    }),
    'name',
  );
};

const byTags = ({ tags }: Scope, pool: DeclaredPool): DeclaredBinding => {
  if (!tags) return 'binds';
  return together(
    declaredSetting(pool, settingAt('UserPoolTags')).all.map((each) => taggedAs(tags, each, pool)),
    'tags',
  );
};

const taggedAs = (
  wanted: NonNullable<Scope['tags']>,
  found: Outlook,
  { tool }: DeclaredPool,
): DeclaredBinding => {
  if (found.kind === 'unknown') return { reason: `the policy binds by tags, and ${found.reason}` };
  const value = found.value as { readonly [key: string]: string } | null;
  const told = value ?? {};
  const untold = 'untold' in found ? found.untold : undefined;
  const open = Object.keys(wanted).find((key) => untold?.has(key));
  const missing = Object.keys(wanted).find((key) => !Object.hasOwn(told, key));
  const rest = Object.fromEntries(
    Object.entries(wanted).filter(([key]) => !untold?.has(key) && Object.hasOwn(told, key)),
  );
  if (!hasTags(rest, told)) return 'free';
  if (open !== undefined)
    return { reason: `the policy binds by the tag ${open}, and ${untold?.get(open) ?? 'it is not known'}` };
  if (missing === undefined) return 'binds';
  return tool === 'CloudFormation'
    ? { reason: `the policy binds by the tag ${missing}, which the stack can add` }
    : 'free';
};

const together = (parts: readonly DeclaredBinding[], what: string): DeclaredBinding => {
  const [first = 'binds'] = parts;
  if (parts.every((part) => part === first)) return first;
  return (
    parts.find((part) => typeof part === 'object') ?? {
      reason: `the policy binds by ${what}, which depends on a condition`,
    }
  );
};
