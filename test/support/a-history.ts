import { historyAfter } from '../../src/history/history-after.ts';
import { noPast } from '../../src/history/past.ts';
import type { PoolHistory } from '../../src/history/pool-history.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import { concludeLook } from '../../src/remediation/conclude.ts';
import { judge } from '../../src/remediation/look.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { aPolicySet } from './a-policy.ts';
import { aPoolSnapshot } from './a-pool-snapshot.ts';

/** What a look at this pool under these policies leaves behind, an hour before the events of the other builders. */
export const aHistory = ({
  snapshot = aPoolSnapshot(),
  policies = aPolicySet(),
  at = '2026-11-23T08:14:07.000Z',
  ...overrides
}: Partial<PoolHistory> & {
  readonly snapshot?: PoolSnapshot;
  readonly policies?: PolicySet;
  readonly at?: string;
} = {}): PoolHistory => {
  const look = judge(snapshot, policies, {
    ...cautiousPlan,
    ceiling: 'remediate',
    today: at.slice(0, 10),
  });
  const frame = {
    id: 'an-earlier-outcome',
    pool: snapshot.pool,
    causes: [],
    policyDigest: policies.digest,
    startedAt: at,
    endedAt: at,
  };
  const history = historyAfter(noPast([], at), policies, look, concludeLook(frame, look), { remarks: [] });
  return { ...history, ...overrides };
};
