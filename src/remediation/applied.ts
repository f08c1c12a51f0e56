import type { Look } from './look.ts';
import type { Plan } from './plan.ts';
import type { PlannedCall } from './planned-call.ts';
import type { Refusal } from './refusal.ts';
import type { SettingChange } from './setting-change.ts';

/** What has been written of a plan so far. */
export interface Progress {
  readonly written: readonly SettingChange[];
  /** The look just before the first write. */
  readonly before?: Look;
}

/** How a plan ended, with the last look taken. */
export type Applied =
  | {
      readonly kind: 'written';
      readonly before: Look;
      readonly after: Look;
      readonly changes: readonly SettingChange[];
    }
  /** Somebody else had put it right. */
  | { readonly kind: 'not-needed'; readonly after: Look }
  /** It waits, and nothing was written. */
  | { readonly kind: 'held'; readonly after: Look; readonly reason: string }
  | {
      readonly kind: 'stopped';
      readonly before?: Look;
      readonly after: Look;
      /** What was written before it stopped. */
      readonly changes: readonly SettingChange[];
      readonly stop:
        | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
        | { readonly kind: 'failed'; readonly reason: string };
    }
  | { readonly kind: 'gone' };

/** The changes of a plan that one of its calls makes. */
export const settingsOf = ({ changes }: Plan, { settings }: PlannedCall): readonly SettingChange[] =>
  changes.filter(({ setting }) => settings.includes(setting));
