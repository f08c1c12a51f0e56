import { describe, expect, it } from 'vitest';
import { changesText } from '../../../src/cli/report/changes-text.ts';
import { judge } from '../../../src/remediation/look.ts';
import { planChanges } from '../../../src/remediation/plan-changes.ts';
import { cautiousPlan } from '../../../src/remediation/plan-options.ts';
import { aPolicySet } from '../../support/a-policy.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';

const functionNamed = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;

describe('what a person is asked to have written', () => {
  it('shows the end of a value, where functions and keys have their names', () => {
    const setting = 'LambdaConfig.PreSignUp';
    const snapshot = aPoolSnapshot({ set: { [setting]: functionNamed('checkout-allow-list') } });
    const to = functionNamed('somebody-elses');
    const why = { kind: 'person', by: 'arn:aws:iam::111122223333:user/me', reason: 'undoes it' } as const;
    const look = judge(snapshot, aPolicySet(), {
      ...cautiousPlan,
      ceiling: 'remediate',
      today: '2026-11-26',
    });
    const plan = planChanges(snapshot, [{ setting, to, why }], cautiousPlan);

    const text = changesText({ ...look, plan });

    expect(text).toContain(`${functionNamed('checkout-allow-list')} → ${to}`);
  });
});
