import type { Json, JsonObject } from '../../src/pool/json.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { judge } from '../../src/remediation/look.ts';
import type { Plan } from '../../src/remediation/plan.ts';
import type { PlanOptions } from '../../src/remediation/plan-options.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';
import { type Asked, policiesAsking } from '../support/policies-asking.ts';

/** A pool, what is asked of it, and what the deployment permits; it permits all sensitive settings if not said. */
export interface Asking {
  /** Leaves in place of the usual pool's; `undefined` takes one away. */
  readonly set?: { readonly [path: string]: Json | undefined };
  readonly mfaConfig?: { readonly [member: string]: Json | undefined };
  readonly asked: { readonly [path in SettingPath]?: Asked['asks'] };
  /** The terms of every rule. */
  readonly terms?: Asked['terms'];
  readonly options?: Partial<PlanOptions>;
}

const everyGroup = [
  'LambdaConfig',
  'EmailConfiguration',
  'SmsConfiguration',
  'KeyConfiguration',
  'IssuerConfiguration',
  'DcrConfiguration',
];

/** The plan for that pool; every rule may weaken it. */
export const planned = ({ set = {}, mfaConfig = {}, asked, terms, options }: Asking): Plan => {
  const rules = Object.entries(asked).map(([path, asks]) => [path, { asks, ...(terms && { terms }) }]);
  const snapshot = aPoolSnapshot({ set, mfaConfig: mfaConfig as JsonObject });
  return judge(snapshot, policiesAsking(Object.fromEntries(rules)), {
    ceiling: 'remediate',
    today: '2026-11-23',
    remediateSensitive: everyGroup,
    unknownSettings: 'carry',
    ...options,
  }).plan;
};
