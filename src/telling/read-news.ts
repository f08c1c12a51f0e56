import { isJsonObject } from '../pool/json.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { Announcement } from '../sweep/announcement.ts';
import type { Heartbeat } from '../sweep/heartbeat.ts';
import { isMemberEnvelope, type MemberEnvelope } from './centre/read-member-news.ts';
import type { TellingMessage } from './telling-message.ts';

/** What stands on the queue `notices`. */
export type News =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'announcement'; readonly announcement: Announcement }
  | { readonly kind: 'heartbeat'; readonly heartbeat: Heartbeat }
  /** At the centre of an organization; what is in it is anybody's word. */
  | { readonly kind: 'member'; readonly envelope: MemberEnvelope }
  | { readonly kind: 'summary'; readonly summary: Extract<TellingMessage, { kind: 'summary' }> }
  | { readonly kind: 'check-listeners' };

/**
 * Reads a message of the queue `notices`, which only our own functions write, and at the centre of an organization the
 * rule on its bus.
 * @throws Error for what nobody can tell: it must not be lost
 */
export const readNews = (body: string): News => {
  const parsed: unknown = JSON.parse(body);
  const message = isJsonObject(parsed) ? parsed : {};
  if (isMemberEnvelope(message)) return { kind: 'member', envelope: message };
  switch (message.schema) {
    case 'cognito-lifeguard/outcome/1': {
      // A version before this one may have written it, which knew of no remarks.
      const outcome = { remarks: [], ...message } as unknown as Outcome;
      return { kind: 'outcome', outcome };
    }
    case 'cognito-lifeguard/announcement/1':
      return { kind: 'announcement', announcement: message as unknown as Announcement };
    case 'cognito-lifeguard/heartbeat/1':
      return { kind: 'heartbeat', heartbeat: message as unknown as Heartbeat };
    case 'cognito-lifeguard/telling/1': {
      const telling = message as unknown as TellingMessage;
      return telling.kind === 'summary' ? { kind: 'summary', summary: telling } : { kind: telling.kind };
    }
    default:
      throw new Error(
        `The message is of no known schema: ${(JSON.stringify(message.schema) ?? 'it has none').slice(0, 100)}`,
      );
  }
};
