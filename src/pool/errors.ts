import { hideQuotedValues } from './hide-quoted-values.ts';
import type { PoolRef } from './pool-ref.ts';

/** AWS didn't let us come to a pool: no permission to look, no valid credentials, no network, no answer. */
export class PoolUnreachableError extends Error {
  readonly pool: PoolRef;
  /** AWS's name of the error, `AccessDeniedException`. */
  readonly error: string;

  constructor(doing: 'read' | 'write', pool: PoolRef, cause: unknown) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    super(`Can't ${doing} user pool ${pool.id} in ${pool.region}: ${name}: ${hideQuotedValues(message)}`, {
      cause,
    });
    this.name = 'PoolUnreachableError';
    this.pool = pool;
    this.error = name;
  }
}
