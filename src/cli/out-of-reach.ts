import { LeaseLostError, LedgerBrokenError, LedgerBusyError } from '../ledger/errors.ts';
import { PoolUnreachableError } from '../pool/errors.ts';

const kinds = [PoolUnreachableError, LeaseLostError, LedgerBrokenError, LedgerBusyError];

/** True for bad news of one pool that says what to do, and is no defect of this command. */
export const isOutOfReach = (error: unknown): error is Error => kinds.some((kind) => error instanceof kind);
