/** For the centre of an organization, when a sweep is over: that Lifeguard runs in an account, and which. People aren't told. */
export interface Heartbeat {
  readonly schema: 'cognito-lifeguard/heartbeat/1';
  /** The same sweep has the same id. */
  readonly id: string;
  /** When the sweep was over, ISO 8601 UTC. */
  readonly at: string;
  readonly accountId: string;
  readonly version: string;
  /** Of the source of what is deployed, the policies left out: build/code-digest.ts. */
  readonly codeDigest: string;
  readonly policyDigest: string;
  readonly mode: 'notify' | 'remediate';
  readonly pools: {
    /** How many pools the sweep looked at. */
    readonly swept: number;
    /** How many it asked about whose looks weren't over. */
    readonly missed: number;
    /** How many have something standing. */
    readonly standing: number;
  };
}

/** What a deployment is, as its heartbeats say. */
export type DeployedVersion = Pick<Heartbeat, 'version' | 'codeDigest' | 'mode'>;
