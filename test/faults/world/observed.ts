import type { JsonObject } from '../../../src/pool/json.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import type { SettingChange } from '../../../src/remediation/setting-change.ts';

/** A call to Cognito that isn't a read, and what became of its event. */
export interface RecordedCall {
  readonly eventId: string;
  readonly operation: string;
  readonly pool: string | undefined;
  /** When it had its effect, milliseconds since 1970. */
  readonly at: number;
  readonly who: string;
  /** The outcome that our own write belongs to. */
  readonly ours?: string;
  /** AWS's error, where it answered with one. */
  readonly error?: string;
  /** The settings that its request named. */
  readonly requested: readonly string[];
  /** The settings that it changed. */
  readonly moved: readonly string[];
  readonly before?: PoolSnapshot;
  readonly after?: PoolSnapshot;
  /** When its event came to the queue, each time. */
  readonly delivered: number[];
  isDropped: boolean;
}

/** A write of ours that took effect. */
export interface OurWrite {
  readonly outcome: string;
  readonly pool: string;
  readonly at: number;
  /** The look that it was made from. */
  readonly base: PoolSnapshot | undefined;
  readonly before: PoolSnapshot;
  readonly after: PoolSnapshot;
  /** What the ledger had remembered of the plan. */
  readonly planned: readonly SettingChange[] | undefined;
}

/** An outcome that was handed on, with its effect. */
export interface Handed {
  readonly outcome: Outcome;
  readonly at: number;
}

/** A notice that reached the topic. */
export interface Publication {
  readonly id: string;
  readonly at: number;
  /** False where SNS didn't say so. */
  readonly isAnswered: boolean;
  /** False where the memory could not be asked before. */
  readonly wasAsked: boolean;
  /** True once the same process had it remembered that this was told. */
  isRemembered: boolean;
}

/** A breaker as the ledger had it from then on. */
export interface BreakerState {
  readonly at: number;
  /** Until when nothing is written; undefined where it is closed. */
  readonly nextWriteAt: string | undefined;
  /** What the war is about. */
  readonly contested: ReadonlySet<string>;
}

/** All that happened in a run, for whoever judges it. */
export interface Observed {
  readonly calls: RecordedCall[];
  readonly writes: OurWrite[];
  readonly handed: Handed[];
  /** What went on the queue of notices, by id, with how often. */
  readonly queued: Map<string, number>;
  readonly published: Publication[];
  readonly lines: {
    readonly level: string;
    readonly line: string;
    readonly facts: JsonObject;
    readonly at: number;
  }[];
  /** Looks that came back, by pool. */
  readonly looks: Map<string, number>;
  /** Where processes were when they were gone. */
  readonly deaths: Map<string, number>;
  /** What no process should ever do. */
  readonly violations: string[];
  /** The states of breakers, by the pool's ARN. */
  readonly breakers: Map<string, BreakerState[]>;
  /** When people asked for a breaker to be closed, by the pool's ARN. */
  readonly closings: Map<string, number[]>;
}

export const nothingObserved = (): Observed => ({
  calls: [],
  writes: [],
  handed: [],
  queued: new Map(),
  published: [],
  lines: [],
  looks: new Map(),
  deaths: new Map(),
  violations: [],
  breakers: new Map(),
  closings: new Map(),
});

/** Counts one more. */
export const tally = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
