import type { Severity } from '../../policy/policy.ts';
import type { OutcomeKind } from '../../remediation/outcome.ts';
import type { ChatToken } from '../report/chat-tokens.ts';

// What the sandbox's page shows, as JSON. Every text from outside was made inert and cut before it came here; the
// browser makes text nodes of it and nothing else.

/** Where the sandbox is and what is deployed in it. */
export interface PlaceView {
  readonly endpoint: string;
  readonly accountId: string;
  readonly region: string;
  /** `14 rules of baseline` */
  readonly policies: string;
}

/** Something to type in another terminal. */
export interface CommandView {
  readonly name: 'connect' | 'weaken' | 'create' | 'pause';
  readonly does: string;
  readonly text: string;
}

/** Which pool, and what people call it. */
export interface PoolLabel {
  readonly key: string;
  readonly id: string;
  /** The name, else the id. */
  readonly title: string;
}

/** Who made a call. */
export interface CallerView {
  readonly name: string;
  readonly isLifeguard: boolean;
  /** ARN, session, address and program, a line each. */
  readonly details: readonly string[];
}

/** A setting that a call moved. */
export interface MoveView {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

interface EntryFrame {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Absent where nobody knows which pool it was. */
  readonly pool?: PoolLabel;
}

/** A recorded call that changes something, or would have. */
export interface ChangeView extends EntryFrame {
  readonly kind: 'change';
  readonly call: string;
  readonly caller: CallerView;
  /** What AWS answered, where it wasn't a success. */
  readonly error?: string;
  readonly moves: readonly MoveView[];
}

/** A rule that a pool didn't satisfy, and what became of it. */
export interface FindingView {
  readonly rule: string;
  readonly at: string;
  readonly severity: Severity;
  readonly why: string;
  readonly setting: string;
  readonly found: string;
  readonly required: string;
  readonly now: string;
  readonly state: 'put-right' | 'standing' | 'left';
  /** Why it stands, where that is meant to be so. */
  readonly note?: string;
}

/** What a plan changes, and why. */
export interface PlannedView extends MoveView {
  readonly because: readonly string[];
}

export interface RefusalView {
  readonly code: string;
  readonly reason: string;
  readonly next: string;
}

export type Tone = 'good' | 'bad' | 'warning' | 'quiet';

/** What came of a look. */
export interface OutcomeView extends EntryFrame {
  readonly kind: 'outcome';
  readonly outcome: OutcomeKind;
  readonly outcomeId: string;
  /** `Put right in 1.2 s` */
  readonly title: string;
  readonly tone: Tone;
  /** `UpdateUserPool by Developer/on-call` */
  readonly cause: string;
  /** False where people are told nothing of it. */
  readonly isTold: boolean;
  readonly reason?: string;
  readonly remarks: readonly string[];
  readonly findings: readonly FindingView[];
  readonly plan: readonly PlannedView[];
  /** `61 settings were carried forward unchanged`, where any were. */
  readonly carried?: string;
  readonly refusals: readonly RefusalView[];
  readonly sideEffects: readonly MoveView[];
  /** What takes the fix back, where anything was written. */
  readonly undo?: string;
}

export type EntryView = ChangeView | OutcomeView;

/** A rule on a setting of a pool. */
export interface RuleView {
  readonly rule: string;
  readonly at: string;
  readonly severity: Severity;
  readonly required: string;
  readonly why: string;
  readonly holds: boolean;
  /** `notify only`, `exempt until 2026-11-30 (SEC-204)` */
  readonly note?: string;
}

/** Who moved a setting, when, from what to what. */
export interface SettingMoveView {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly call: string;
  readonly by: string;
  readonly isLifeguard: boolean;
}

export interface SettingView {
  readonly setting: string;
  readonly meaning: string;
  readonly value: string;
  readonly isSet: boolean;
  /** The gravest first; none where no rule speaks of the setting. */
  readonly rules: readonly RuleView[];
  /** The newest first. */
  readonly moves: readonly SettingMoveView[];
  /** True where somebody's last change to the pool, or what followed from it, moved the setting. */
  readonly isFresh: boolean;
}

export interface PoolView extends PoolLabel {
  readonly region: string;
  /** Settings that rules speak of first. */
  readonly settings: readonly SettingView[];
  /** Members that AWS shows and the catalogue doesn't know, by path. */
  readonly unknown: readonly string[];
}

export interface MailView {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly topic: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

/** A line of a chat message, in stretches that are shown alike. */
export type ChatLine = readonly ChatToken[];

export interface ChatView {
  readonly id: string;
  readonly at: string;
  readonly thread: string;
  /** The pool that the thread is about, or what else. */
  readonly about: string;
  readonly title: ChatLine;
  readonly lines: readonly ChatLine[];
  readonly steps: readonly ChatLine[];
}

/** All that the page shows, lists newest first. */
export interface PageState {
  readonly place: PlaceView;
  readonly commands: readonly CommandView[];
  readonly entries: readonly EntryView[];
  readonly pools: readonly PoolView[];
  readonly mails: readonly MailView[];
  readonly chats: readonly ChatView[];
}

/** What changed on the page. */
export type PageNews =
  | { readonly kind: 'entry'; readonly entry: EntryView }
  | { readonly kind: 'pool'; readonly pool: PoolView }
  | { readonly kind: 'pool-gone'; readonly key: string }
  | { readonly kind: 'mail'; readonly mail: MailView }
  | { readonly kind: 'chat'; readonly chat: ChatView };

/** How many entries, mails and chat messages are kept, the newest. */
export const mostKept = 500;

/** How many pools are shown, those that changed last. */
export const mostPools = 100;
