import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { lookMessage } from '../../change/look-request.ts';
import { onPoolChange } from '../../handlers/on-pool-change.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { Pools } from '../../pool/pools.ts';
import type { PlanOptions } from '../../remediation/plan-options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { promptly, type World } from '../../world.ts';
import type { Clock } from './clock.ts';
import { sandboxRegion, sandboxRegions } from './sandbox-settings.ts';

/** on-pool-change as it is deployed, but that nothing waits and nothing is left as debt: somebody is watching. */
export const poolChangeFunction = ({
  sandbox,
  pools,
  policies,
  ledger,
  tell,
  planOptions,
  clock,
}: {
  readonly sandbox: Sandbox;
  readonly pools: Pools;
  readonly policies: PolicySet;
  readonly ledger: Ledger;
  readonly tell: World['tell'];
  readonly planOptions: PlanOptions;
  readonly clock: Clock;
}) =>
  onPoolChange({
    logger: new Logger({ logLevel: 'SILENT' }),
    regions: sandboxRegions,
    world: {
      pools,
      policies,
      ledger,
      tell,
      ...clock,
      newId: randomUUID,
      mode: 'remediate',
      planOptions,
      habits: promptly,
      later: async (pool, seconds) => {
        const queue = sandbox.queues.wired('pool-changes', sandboxRegion);
        sandbox.queues.send(queue, lookMessage({ pool }), { delaySeconds: seconds });
      },
    },
  });
