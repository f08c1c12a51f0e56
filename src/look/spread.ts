import type { World } from '../world.ts';
import type { Looked } from './look-and-act.ts';

/**
 * Makes what came of a look known: kept for an undo, noted for the digest of the sweep that asked, and told. Each of
 * these can be done twice without harm, so that a crash between them loses nothing.
 * @throws what ledger and queue throw: the look is then not over
 */
export const spread = async (
  { ledger, tell }: Pick<World, 'ledger' | 'tell'>,
  { outcome, preImage }: Looked,
): Promise<void> => {
  const { kind, causes, pool, owners, findings, refusals, endedAt: at } = outcome;
  const isKept = outcome.changes.length > 0 || (!outcome.quiet && !unremarkable.includes(kind));
  if (isKept) await ledger.keep({ outcome, ...(preImage && { preImage }) });
  const sweeps = new Set(causes.flatMap((cause) => (cause.kind === 'sweep' ? [cause.sweep] : [])));
  for (const sweep of sweeps)
    if (pool) {
      const { name, createdAt, ...ref } = pool;
      await ledger.note(sweep, {
        pool: ref,
        name,
        ...(createdAt !== undefined && { createdAt }),
        ...(owners && { owners }),
        at,
        outcome: kind,
        findings,
        refusals,
      });
    }
  await tell(outcome);
};

const unremarkable = ['compliant', 'covered', 'ignored'];
