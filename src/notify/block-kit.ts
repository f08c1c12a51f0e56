/** Text that Slack shows as it is; without `emoji`, a name between colons stays one. */
export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** Marked-up text of which Slack links and notifies nothing but what is marked so. */
export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

/** Slack's Block Kit, as far as a notice needs it. Source: Block Kit, Slack's developer documentation. */
export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: Mrkdwn; readonly expand: true }
  | { readonly type: 'section'; readonly fields: readonly Mrkdwn[] }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'divider' };

const mrkdwn = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true });

/** One large line. */
export const header = (text: string): Block => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
});

/**
 * A paragraph that Slack doesn't fold behind "See more".
 * @returns nothing where there is no text: Slack refuses a whole message for an empty one
 */
export const section = (text: string): readonly Block[] =>
  text.trim() === '' ? [] : [{ type: 'section', text: mrkdwn(text), expand: true }];

/** Short texts in two columns; nothing where there are none. */
export const fields = (texts: readonly string[]): readonly Block[] =>
  texts.length === 0 ? [] : [{ type: 'section', fields: texts.map(mrkdwn) }];

/** A small line; nothing where there is no text. */
export const context = (text: string): readonly Block[] =>
  text.trim() === '' ? [] : [{ type: 'context', elements: [mrkdwn(text)] }];
