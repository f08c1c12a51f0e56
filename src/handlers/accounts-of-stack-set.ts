import {
  type CloudFormationClient,
  paginateListStackInstances,
  StackSetNotFoundException,
} from '@aws-sdk/client-cloudformation';
import type { Centre } from '../sweep/sweeper.ts';

/** In whose name stack sets of an organization are read: AWS CloudFormation API reference, ListStackInstances. */
export type CallAs = 'DELEGATED_ADMIN' | 'SELF';

/** No function runs in a suspended account. Source: StackInstanceComprehensiveStatus, AWS CloudFormation API reference. */
const suspended = 'SKIPPED_SUSPENDED_ACCOUNT';

/**
 * The accounts that a stack set puts a stack into, each once, by their ids; those whose stack couldn't be made, too.
 * @returns, each time it is asked, undefined where there is no such stack set
 * @throws what CloudFormation throws besides
 */
export const accountsOfStackSet =
  (client: CloudFormationClient, stackSet: string, callAs: CallAs): Centre['expected'] =>
  async () => {
    const accounts = new Set<string>();
    const pages = paginateListStackInstances(
      { client, pageSize: 100 },
      { StackSetName: stackSet, CallAs: callAs },
    );
    try {
      for await (const { Summaries = [] } of pages)
        for (const { Account, StackInstanceStatus } of Summaries)
          if (Account !== undefined && StackInstanceStatus?.DetailedStatus !== suspended)
            accounts.add(Account);
    } catch (error) {
      if (error instanceof StackSetNotFoundException) return undefined;
      throw error;
    }
    return [...accounts].toSorted();
  };
