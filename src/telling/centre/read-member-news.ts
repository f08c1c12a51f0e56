import type { JsonObject } from '../../pool/json.ts';
import { poolRefFromArn } from '../../pool/pool-ref.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Announcement } from '../../sweep/announcement.ts';
import type { Heartbeat } from '../../sweep/heartbeat.ts';

/** What a member account said, or why nobody believes it. */
export type MemberNews =
  | { readonly kind: 'member'; readonly accountId: string; readonly news: Outcome | Announcement | Heartbeat }
  | { readonly kind: 'refused'; readonly accountId: string; readonly reason: string };

/** An event on the centre's bus, as a rule hands it to a queue. The account is EventBridge's own word. */
export interface MemberEnvelope {
  readonly account: string;
  readonly detail: unknown;
}

/** True for the envelope of what a member account put on the centre's bus. */
export const isMemberEnvelope = (message: JsonObject): message is JsonObject & MemberEnvelope =>
  message['detail-type'] === 'Member News' &&
  typeof message.account === 'string' &&
  /^\d{12}$/.test(message.account) &&
  message.detail !== undefined;

/** Checks the form of a member's news. Its JSON schema: src/cli/member-news-schema.ts. */
export type HasForm = (
  value: unknown,
) => { readonly valid: true } | { readonly valid: false; readonly problem: string };

/**
 * Reads what a member account said. Whoever may put events in an account says whatever they like, so all of it is held
 * against its form, and nobody speaks of another account than their own.
 */
export const readMemberNews = ({ account, detail }: MemberEnvelope, hasForm: HasForm): MemberNews => {
  const refused = (reason: string): MemberNews => ({ kind: 'refused', accountId: account, reason });
  const form = hasForm(detail);
  if (!form.valid) return refused(`it is not of the form of this version's news: ${form.problem}`);
  const news = detail as Outcome | Announcement | Heartbeat;
  if (news.id.length > longestId) return refused('its id is too long');
  if (isAboutOthers(news)) return refused('no member tells such news');
  const other = othersIn(news).find((id) => id !== account);
  if (other !== undefined) return refused(`it speaks of ${other}`);
  return { kind: 'member', accountId: account, news };
};

/** Keys of the ledger are made of it, which take 1,024 bytes: "Quotas", Amazon DynamoDB developer guide. */
const longestId = 250;

/** What only a centre makes, and what the centre makes of its own windows: the parts of it have been told. */
const isAboutOthers = (news: Outcome | Announcement | Heartbeat): boolean =>
  news.schema === 'cognito-lifeguard/announcement/1' &&
  (news.kind === 'held-back' ||
    (news.kind === 'digest' && (news.organization !== undefined || news.owner !== undefined)));

/** The account of a pool's ARN; the text itself where it is none. */
const accountOfPool = (arn: string): string => poolRefFromArn(arn)?.accountId ?? arn;

/** Every account that news is about, by each of the names that it has for it. */
const othersIn = (news: Outcome | Announcement | Heartbeat): readonly string[] => {
  switch (news.schema) {
    case 'cognito-lifeguard/outcome/1':
      return news.pool ? [news.pool.accountId, accountOfPool(news.pool.arn)] : [];
    case 'cognito-lifeguard/heartbeat/1':
      return [news.accountId];
    case 'cognito-lifeguard/announcement/1':
      return [news.accountId, ...othersAnnounced(news)];
  }
};

const othersAnnounced = (news: Announcement): readonly string[] => {
  switch (news.kind) {
    case 'digest':
      return news.pools.flatMap(({ pool }) => [pool.accountId, accountOfPool(pool.arn)]);
    case 'pause-begun':
    case 'pause-ended':
      return news.pause.pool === undefined ? [] : [accountOfPool(news.pause.pool)];
    case 'nobody-listening':
      return [news.topicArn.split(':')[4] ?? news.topicArn];
    // Policy files name exempted pools of every account that they are for; whose they are is told to nobody.
    case 'exemption-ending':
    case 'exemption-ended':
    case 'policies-changed':
    case 'memory-lost':
    case 'pauses-damaged':
    case 'tampering-untold':
    case 'held-back':
    case 'chat-dropped':
    case 'regions-unwatched':
    case 'test':
      return [];
  }
};
