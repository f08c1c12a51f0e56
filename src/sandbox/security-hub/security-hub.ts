import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Findings } from './findings.ts';
import { importFindings } from './import-findings.ts';

/** What Security Hub's operations work on. */
export interface SecurityHubWorld {
  readonly accountId: string;
  readonly findings: Findings;
  /** Whether the account has turned it on in a Region. */
  readonly isOn: (region: string) => boolean;
}

/** Runs one Security Hub call: BatchImportFindings is all there is. */
export function runSecurityHub(world: SecurityHubWorld, call: Call): Answer {
  return call.operation === 'BatchImportFindings'
    ? importFindings(world, call)
    : refused('UnknownOperationException', `Unknown operation: ${call.operation}`, 404);
}
