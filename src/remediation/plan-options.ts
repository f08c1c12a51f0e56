/** What the deployment permits a plan to do. */
export interface PlanOptions {
  /** Sensitive settings that may be remediated, by path or by the path of what holds them: `LambdaConfig`. */
  readonly remediateSensitive: readonly string[];
  /** What is done with members of a pool that this version doesn't know: carried as read, or no write at all. */
  readonly unknownSettings: 'carry' | 'refuse';
  /** The tier that the pool has come down from, where it was seen on a higher one. */
  readonly tierBefore?: string;
}

/** What a deployment permits that says nothing of it. */
export const cautiousPlan: PlanOptions = { remediateSensitive: [], unknownSettings: 'carry' };
