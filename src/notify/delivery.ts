import type { Notice } from './notice.ts';

/** How a notice leaves: by a topic of our own, by an owner's topic, for machines, or to the organization's centre. */
export type Channel =
  | 'notices'
  | 'urgent'
  | 'webhook'
  | 'events'
  | 'security-hub'
  | 'centre'
  | `owner:${string}`;

/** What became of one notice on one channel. */
export type Delivery =
  | { readonly kind: 'sent'; readonly channel: Channel; readonly messageId: string }
  | {
      readonly kind: 'failed';
      readonly channel: Channel;
      /** True where the same call may succeed later. */
      readonly retryable: boolean;
      /** Without secrets, in one sentence. */
      readonly reason: string;
    };

/** One way out. */
export interface Sender {
  readonly channel: Channel;
  /**
   * Sends a notice, once; trying again is the caller's.
   * @returns what became of it; whatever goes wrong is a value, never an exception
   */
  readonly send: (notice: Notice) => Promise<Delivery>;
}
