import { setTimeout } from 'node:timers/promises';
import { lookMessage } from '../../change/look-request.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { sandboxRegion } from './sandbox-settings.ts';

/** As a deployment that is asked to: whoever finds a pool held has it looked at again, when it will be free. */
export const lookingAgain = ({ queues }: Sandbox, looks: Ledger): Ledger => ({
  ...looks,
  claim: async (pool, ...rest) => {
    const claim = await looks.claim(pool, ...rest);
    const queue = queues.wired('pool-changes', sandboxRegion);
    if (claim.kind === 'busy')
      void setTimeout(1000, undefined, { ref: false }).then(() => queues.send(queue, lookMessage({ pool })));
    return claim;
  },
});
