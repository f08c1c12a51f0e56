import type { PolicySet } from '../../policy/policy.ts';
import { poolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { showMfa, showPool } from '../../sandbox/cognito/show-pool.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { lifeguardKey } from '../deployed/sandbox-settings.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';
import { type PageSubject, pageFeed } from './page-feed.ts';
import { pageFiles } from './page-files.ts';
import { servePage } from './page-server.ts';

/** The page of a running sandbox. */
export interface RunningPage {
  readonly url: string;
  /** Shows the outcome of a look. */
  readonly outcome: (outcome: Outcome) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves the page of a sandbox, which shows all that happens in it from now on. Rejects where the port is taken.
 * @param port 0 takes a free one
 */
export const startPage = async (
  sandbox: Sandbox,
  policies: PolicySet,
  port: number,
  about: Pick<PageSubject, 'place' | 'commands'>,
): Promise<RunningPage> => {
  const feed = pageFeed({
    ...about,
    policies,
    lifeguardKey,
    poolNow: (region, id) => poolNow(sandbox, region, id),
  });
  const { url, close } = await servePage(port, feed, await pageFiles());
  // Whatever the page can't show, nobody's call may fail for it.
  const watched = (see: () => void): void => {
    try {
      see();
    } catch (error) {
      printError(`The page could not show this: ${inert(String(error))}`);
    }
  };
  sandbox.watch((happening) => watched(() => feed.happened(happening)));
  return { url, close, outcome: (outcome) => watched(() => feed.outcome(outcome)) };
};

/** A pool as DescribeUserPool and GetUserPoolMfaConfig would show it, without a call that others would count. */
const poolNow = ({ pools, accountId }: Sandbox, region: string, id: string): PoolSnapshot | undefined => {
  const pool = pools.get(region, id);
  if (!pool) return undefined;
  const time = pool.modifiedAt.toISOString();
  return {
    pool: poolRef(accountId, region, id),
    userPool: showPool(pool),
    mfaConfig: showMfa(pool),
    takenAt: time,
    answeredAt: time,
  };
};
