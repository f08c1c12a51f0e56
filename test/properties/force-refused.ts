import { nearest } from '../../src/policy/constraints/nearest.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { type PoolSnapshot, readSetting } from '../../src/pool/pool-snapshot.ts';
import { settingAt } from '../../src/pool/settings.ts';
import { couplings } from '../../src/remediation/couplings/couplings.ts';
import type { Draft } from '../../src/remediation/draft.ts';
import { mergeMfaConfig } from '../../src/remediation/merge-mfa-config.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import { isInPlace } from '../../src/remediation/open-outcome.ts';
import { callFor } from '../../src/remediation/planned-call.ts';
import type { Refusal, RefusalCode } from '../../src/remediation/refusal.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { settle } from '../../src/remediation/settle.ts';
import type { Demand } from './arbitrary-policies.ts';
import type { forkPool } from './place-pool.ts';

/** Refusals of ours: AWS might do it, so nothing can be forced to see. */
export const ours: readonly RefusalCode[] = [
  'sensitive',
  'lock-out',
  'cost',
  'no-remedy',
  'policies-conflict',
  'unknown-settings',
];

const namedError: { readonly [code in RefusalCode]?: RegExp } = {
  'needs-tier': /^(FeatureUnavailableInTier|TierChangeNotAllowed)Exception$/,
  'tier-in-use': /^FeatureUnavailableInTierException$/,
  'broken-sms-role': /^InvalidSmsRole(TrustRelationship|AccessPolicy)Exception$/,
  replica: /^OperationNotEnabledException$/,
  'import-in-progress': /^UserImportInProgressException$/,
};

/** Of these AWS refuses every update, whatever it changes. */
const ofEveryUpdate: readonly RefusalCode[] = ['broken-sms-role', 'replica', 'import-in-progress'];

/** What is AWS's to say where nothing else is known of the code. */
const invalid = /^(InvalidParameter|Serialization)Exception$/;

type Fork = ReturnType<typeof forkPool>;

/**
 * Makes the refused changes all the same, with what they force, on a pool as it was left.
 * @param fork makes a new copy of that pool
 * @returns why the refusal was not necessary: AWS takes the changes, or has another objection; undefined where it was
 */
export const whyUnnecessary = async (
  { code, settings }: Refusal,
  { policies, options }: Demand,
  today: string,
  fork: () => Fork,
): Promise<string | undefined> => {
  const left = await fork().read();
  const wanted = namedError[code] ?? invalid;
  const { targets, kept } = evaluate(left, policies, { ceiling: 'remediate', today });
  // A call of forced changes alone: no rule says what they are to be, and what AWS refuses is what is carried.
  const isForcedAlone = code === 'carried-member' && !settings.some((path) => targets.has(path));
  if (ofEveryUpdate.includes(code) || isForcedAlone) {
    const result = await fork().write('UpdateUserPool', mergeUpdate(left, []));
    return 'error' in result && wanted.test(result.error) ? undefined : 'AWS takes an update without changes';
  }
  const changes = settings.flatMap((path): SettingChange[] => {
    const target = targets.get(path);
    const from = readSetting(left, settingAt(path));
    const remedy = target?.kind === 'required' && nearest(target.constraint, from, settingAt(path));
    return remedy && remedy.kind === 'value'
      ? [{ setting: path, from, to: remedy.value, because: [{ kind: 'rule', rule: 'forced', at: '' }] }]
      : [];
  });
  if (changes.length === 0) return `${settings.join(', ')} needs no change or has no remedy`;
  const terms = new Map(
    [...targets].flatMap(([path, target]) =>
      target.kind === 'required' ? [[path, target.terms] as const] : [],
    ),
  );
  const asked = new Map([...targets, ...kept]);
  const draft: Draft = { snapshot: left, wanted: changes, changes, refusals: [], terms, asked, options };
  const forced = settle(draft, couplings).changes;
  // A tier that comes back is there for what needs it: the other order shows nothing but that.
  const restoresTier = forced.some(
    ({ setting, because: [why] }) => setting === 'UserPoolTier' && why.kind === 'coupling',
  );
  const answers = await Promise.all(
    orders.slice(0, restoresTier ? 1 : 2).map((order) => force(forced, fork(), order)),
  );
  const wrong = answers.find((answer) => answer !== ignored && !wanted.test(answer));
  return wrong && `${JSON.stringify(forced.map(({ setting, to }) => [setting, to]))}: ${wrong}`;
};

const orders = [
  ['UpdateUserPool', 'SetUserPoolMfaConfig'],
  ['SetUserPoolMfaConfig', 'UpdateUserPool'],
] as const;

const ignored = 'taken without effect';

/** Makes the changes, one call after the other, each on what the one before it left. */
const force = async (
  changes: readonly SettingChange[],
  fork: Fork,
  order: readonly ('UpdateUserPool' | 'SetUserPoolMfaConfig')[],
): Promise<string> => {
  for (const operation of order) {
    const own = changes.filter(({ setting }) => callFor(setting) === operation);
    if (own.length === 0) continue;
    const now: PoolSnapshot = await fork.read();
    const merge = operation === 'UpdateUserPool' ? mergeUpdate : mergeMfaConfig;
    const result = await fork.write(operation, merge(now, own));
    if (result.kind !== 'written') return 'error' in result ? result.error : result.kind;
  }
  return isInPlace(changes, await fork.read()) ? 'taken' : ignored;
};
