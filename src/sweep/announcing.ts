import type { Announcement } from './announcement.ts';
import type { Sweeper } from './sweeper.ts';

type Members = 'schema' | 'at' | 'accountId' | 'policyDigest';
type News<Kind> = Kind extends Announcement ? Omit<Kind, Members> : never;

/** Hands on news with what every announcement says. */
export const announcing =
  ({ announce, accountId, policies, now }: Pick<Sweeper, 'announce' | 'accountId' | 'policies' | 'now'>) =>
  (news: News<Announcement>): Promise<void> =>
    announce({
      schema: 'cognito-lifeguard/announcement/1',
      at: now().toISOString(),
      accountId,
      policyDigest: policies.digest,
      ...news,
    });
