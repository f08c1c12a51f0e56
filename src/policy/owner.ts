import type { NameGlob, Scope, SourcePlace } from './policy.ts';

/** Which pools somebody owns: whatever matches of it suffices. At least one part is there. */
export interface OwnedPools extends Pick<Scope, 'tags'> {
  /** Pool ARNs, exactly. */
  readonly arns?: readonly string[];
  /** Names of CloudFormation stacks, as a pool's tags give them. */
  readonly stacks?: readonly NameGlob[];
}

/** People who hear of their pools, besides the security team, which hears of every pool. */
export interface Owner {
  /** Lower-case words joined by hyphens: it becomes part of a topic's name. */
  readonly name: string;
  readonly pools: OwnedPools;
  /** Addresses that a topic of ours is made for; empty where the owner has only a topic of their own. */
  readonly emails: readonly string[];
  /** The ARN of a topic of their own. */
  readonly topic?: string;
  readonly source: SourcePlace;
}

/** An owner as a pool has one. */
export interface PoolOwner {
  readonly name: string;
  /** True where only the pool's tags say so: whoever can tag a pool could have written them. */
  readonly claimed: boolean;
  /** When the tags were last seen to say so, ISO 8601 UTC; absent while they do. */
  readonly lastClaimedAt?: string;
}
