/** What telling asks itself for, on the queue of notices. */
export type TellingMessage = {
  readonly schema: 'cognito-lifeguard/telling/1';
} & (
  | {
      /** One notice of all that a window held back. */
      readonly kind: 'summary';
      readonly window: string;
      readonly lane: Lane;
      /** ISO 8601 UTC; the summary is made after `until`. */
      readonly from: string;
      readonly until: string;
    }
  /** A look at who is subscribed. */
  | { readonly kind: 'check-listeners' }
);

/** Asks for a look at who is subscribed. */
export const checkListenersMessage: TellingMessage = {
  schema: 'cognito-lifeguard/telling/1',
  kind: 'check-listeners',
};

/** Urgent notices and others don't use up each other's room. */
export type Lane = 'urgent' | 'notices';
