/** How a notice leaves. */
export type Channel = 'sns';

/** What became of one notice on one channel. */
export type Delivery =
  | { readonly kind: 'sent'; readonly channel: Channel; readonly messageId: string }
  | {
      readonly kind: 'failed';
      readonly channel: Channel;
      /** True where the same call may succeed later. */
      readonly retryable: boolean;
      readonly reason: string;
    };
