import type { Rule } from '../../src/policy/policy.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import { judge, type Look } from '../../src/remediation/look.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

/** A look, on 2026-11-23, at a pool with these leaves, under a policy of these rules that may be remediated. */
export const lookAt = (set: JsonObject, ...rules: Rule[]): Look =>
  judge(aPoolSnapshot({ set }), aPolicySet({ policies: [aPolicy({ rules })] }), {
    ceiling: 'remediate',
    today: '2026-11-23',
    ...cautiousPlan,
  });
