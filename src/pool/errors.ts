import type { PoolRef } from './pool-ref.ts';

/** AWS didn't let us see a pool: no permission, no network, no answer. */
export class PoolUnreadableError extends Error {
  readonly pool: PoolRef;
  /** AWS's name of the error, `AccessDeniedException`. */
  readonly error: string;

  constructor(pool: PoolRef, cause: unknown) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    super(`Can't read user pool ${pool.id} in ${pool.region}: ${name}: ${message}`, { cause });
    this.name = 'PoolUnreadableError';
    this.pool = pool;
    this.error = name;
  }
}
