import type { AccountRegion } from './account/regions.ts';
import type { Semantics } from './cognito/semantics.ts';

/** What a sandbox is like; everything has a default. */
export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly semantics?: Semantics;
  /** True where Cognito refuses what is over its quotas of calls a second, as AWS does. */
  readonly quotas?: boolean;
  readonly accountId?: string;
  /** The Region of queues that the wiring below makes without naming one. */
  readonly homeRegion?: string;
  /** Whether subscriptions by mail and https wait for `confirmSubscription`. */
  readonly confirmSubscriptions?: 'at-once' | 'by-hand';
  /**
   * How many calls, records, deliveries, invocations and events are kept at least, each; all if not said. Whoever runs
   * one for days says it.
   */
  readonly keep?: number;
  /** Where the account has turned Security Hub on; in every Region if not said. */
  readonly securityHubRegions?: readonly string[];
  /** The Regions that the account has, enabled or not. */
  readonly regions?: readonly AccountRegion[];
  /** Milliseconds until LookupEvents finds a record: none if not said, and about five minutes in AWS. */
  readonly historyDelay?: number;
  readonly now?: () => Date;
  readonly newId?: () => string;
  /** How a `delay` fault waits. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}
