import { describe, expect, it } from 'vitest';
import type { UserPoolWrite, WriteResult } from '../../src/pool/pools.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { apply } from '../../src/remediation/apply.ts';
import type { ApplyTools } from '../../src/remediation/apply-tools.ts';
import { judge } from '../../src/remediation/look.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { type Asked, policiesAsking } from '../support/policies-asking.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const threats = 'UserPoolAddOns.AdvancedSecurityMode';
const prompt = 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt';

const lowered = aPoolSnapshot({ set: { UserPoolTier: 'ESSENTIALS', [threats]: 'OFF', [length]: 8 } });
const asksForBoth = { [length]: { asks: { atLeast: 14 } }, [threats]: { asks: { atLeast: 'ENFORCED' } } };

const refusedWith = (error: string): WriteResult => ({ kind: 'refused', error, message: 'No.' });

/** Applies what these rules ask of a pool that was on PLUS; AWS answers each write in turn, and then that it is gone. */
const applying = async (
  snapshot: ReturnType<typeof aPoolSnapshot>,
  asked: { readonly [path in SettingPath]?: Asked },
  ...answers: readonly WriteResult[]
) => {
  const writes: UserPoolWrite['request'][] = [];
  const look: ApplyTools['judge'] = (seen, restoresTier = true) =>
    judge(seen, policiesAsking(asked), {
      ceiling: 'remediate',
      today: '2026-11-23',
      ...cautiousPlan,
      ...(restoresTier && { tierBefore: 'PLUS' }),
    });
  const tools: ApplyTools = {
    pools: {
      read: async () => ({ kind: 'gone' }),
      write: async (_, { request }) => {
        writes.push(request);
        return answers[writes.length - 1] ?? { kind: 'gone' };
      },
      page: async () => ({ ids: [] }),
      async *list() {},
    },
    judge: look,
    remember: async () => {},
    now: () => new Date(snapshot.answeredAt),
    wait: async () => {},
    timeLeft: () => 60_000,
  };
  return { applied: await apply(tools, look(snapshot), 'an-outcome', { written: [] }), writes };
};

describe('a write that brings back the tier of before', () => {
  it.each(['TierChangeNotAllowedException', 'FeatureUnavailableInTierException'])(
    'is made again without the tier where AWS answers %s',
    async (error) => {
      const { writes } = await applying(lowered, asksForBoth, refusedWith(error));

      expect(writes).toMatchObject([
        { UserPoolTier: 'PLUS', Policies: { PasswordPolicy: { MinimumLength: 14 } } },
        { UserPoolTier: 'ESSENTIALS', Policies: { PasswordPolicy: { MinimumLength: 14 } } },
      ]);
    },
  );

  it('is made again with the tier that a rule asks for', async () => {
    const lite = aPoolSnapshot({ set: { UserPoolTier: 'LITE', [threats]: 'OFF', [history]: 0 } });
    const tier = { asks: { atLeast: 'ESSENTIALS' }, terms: { allowCost: 'SEC-3' } };

    const { writes } = await applying(
      lite,
      { UserPoolTier: tier, ...asksForBoth },
      refusedWith('TierChangeNotAllowedException'),
    );

    expect(writes).toMatchObject([{ UserPoolTier: 'PLUS' }, { UserPoolTier: 'ESSENTIALS' }]);
  });

  it('is refused as a whole where AWS refuses something else of it', async () => {
    const { applied, writes } = await applying(
      lowered,
      asksForBoth,
      refusedWith('InvalidParameterException'),
    );

    expect(writes).toHaveLength(1);
    expect(applied).toMatchObject({
      kind: 'stopped',
      stop: {
        kind: 'refused',
        refusals: [{ code: 'refused-by-aws', settings: [length, threats, 'UserPoolTier'] }],
      },
    });
  });
});

describe('a write that brings back no tier', () => {
  it.each([
    ['with what AWS forces beside it', { [prompt]: { asks: { absent: true } } }],
    ['with nothing beside it', { [length]: { asks: { atLeast: 16 } } }],
  ])('is refused, %s, where AWS says that the tier is in the way', async (_, asked) => {
    const { applied, writes } = await applying(
      aPoolSnapshot(),
      asked,
      refusedWith('TierChangeNotAllowedException'),
    );

    expect(writes).toHaveLength(1);
    expect(applied).toMatchObject({ stop: { kind: 'refused', refusals: [{ code: 'needs-tier' }] } });
  });
});
