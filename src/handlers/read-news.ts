import type { Outcome } from '../remediation/outcome.ts';
import type { Announcement } from '../sweep/announcement.ts';

/** What stands on the queue `notices`. */
export type News =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'announcement'; readonly announcement: Announcement };

/**
 * Reads a message of the queue `notices`, which only our own functions write.
 * @throws Error for what neither an outcome nor an announcement is: nobody can tell it, and it must not be lost
 */
export const readNews = (body: string): News => {
  const message = JSON.parse(body) as { readonly schema?: unknown } | null;
  switch (message?.schema) {
    case 'cognito-lifeguard/outcome/1': {
      // A version before this one may have written it, which knew of no remarks.
      const outcome = { remarks: [], ...message } as unknown as Outcome;
      return { kind: 'outcome', outcome };
    }
    case 'cognito-lifeguard/announcement/1':
      return { kind: 'announcement', announcement: message as Announcement };
    default:
      throw new Error(`The message is of no known schema: ${String(message?.schema).slice(0, 100)}`);
  }
};
