import { describe, expect, it } from 'vitest';
import { explainRule } from '../../../src/cli/explain/explain-rule.ts';
import { explainSetting } from '../../../src/cli/explain/explain-setting.ts';
import { explanationSchema } from '../../../src/cli/explain/explanation.ts';
import { explanationText } from '../../../src/cli/explain/explanation-text.ts';
import { settings } from '../../../src/pool/settings.ts';
import { aPolicy, aPolicySet } from '../../support/a-policy.ts';
import { aRule } from '../../support/a-rule.ts';
import { anExemption } from '../../support/an-exemption.ts';

const schema = 'cognito-lifeguard/explanation/1' as const;

describe('the explanation of a setting', () => {
  it.each(settings)('is to be had of $path, and is as published', (row) => {
    const explanation = { schema, setting: explainSetting(row, aPolicySet()) };

    expect(explanationSchema.safeParse(explanation).error?.issues).toBeUndefined();
    expect(explanationText(explanation)).toContain(row.meaning);
    expect(explanationText(explanation)).not.toMatch(/`|undefined/);
  });
});

describe('the explanation of a rule', () => {
  it('has the exemptions that count today, and says what they still require', () => {
    const rule = aRule();
    const floor = { constraint: { kind: 'interval', min: 12, max: 99 } as const, required: 'at least 12' };
    const exempted = { rules: [{ rule: rule.id, floor }], granted: '2026-11-01', expires: '2026-11-30' };
    const past = { ...exempted, granted: '2026-09-01', expires: '2026-09-30' };
    const set = aPolicySet({ exemptions: [anExemption(exempted), anExemption(past)] });

    const { exemptions } = explainRule(aPolicy(), rule, set, '2026-11-30');

    expect(exemptions).toMatchObject([{ expires: '2026-11-30', floor: 'at least 12' }]);
  });

  it('says which pools it binds, and under which terms', () => {
    const policy = aPolicy({
      appliesTo: { accounts: ['111122223333'], tags: { stage: ['live', 'demo'] } },
    });
    const rule = aRule({ terms: { allowLockOut: 'SEC-1' }, remediateTo: null });

    expect(explainRule(policy, rule, aPolicySet(), '2026-11-23')).toMatchObject({
      appliesTo: 'accounts 111122223333; tags stage=live|demo',
      terms: { allowLockOut: 'SEC-1', remediateTo: null },
    });
  });
});
