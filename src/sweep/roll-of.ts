import type { Member } from '../ledger/member-book.ts';
import { byCodeUnits } from '../pool/by-code-units.ts';
import type { OtherAccount, SilentAccount } from './announcement.ts';
import type { DeployedVersion } from './heartbeat.ts';

/** What an account is held against: what the centre itself runs. */
export type OwnVersion = Pick<DeployedVersion, 'codeDigest'> & { readonly policyDigest: string };

/** What came of a roll call. */
export interface Roll {
  /** Accounts that were heard of in time, expected or not. */
  readonly heard: readonly Member[];
  /** Accounts that are expected and weren't heard of in time, silent for longest first. */
  readonly silent: readonly SilentAccount[];
  /** Accounts that were heard of in time and run other code or policies than the centre. */
  readonly others: readonly OtherAccount[];
}

/**
 * Holds those who are expected against those who were heard of: silent is who is expected, less who was heard of in time.
 * An account that has only just come has the same time.
 * @param expectedSince ISO 8601 UTC, for each account that is expected
 * @param silentAfter milliseconds
 */
export const rollOf = (
  expectedSince: { readonly [accountId: string]: string },
  members: readonly Member[],
  { own, now, silentAfter }: { readonly own: OwnVersion; readonly now: Date; readonly silentAfter: number },
): Roll => {
  const isInTime = (since: string | undefined): boolean =>
    since !== undefined && now.getTime() - Date.parse(since) <= silentAfter;
  const heard = members.filter(({ heardAt }) => isInTime(heardAt));
  const lastHeard = new Map(members.map(({ accountId, heardAt }) => [accountId, heardAt]));
  const silent = Object.entries(expectedSince)
    .filter(([accountId, since]) => !isInTime(lastHeard.get(accountId)) && !isInTime(since))
    .map(([accountId, since]) => {
      const heardAt = lastHeard.get(accountId);
      return heardAt === undefined
        ? { accountId, expectedSince: since }
        : { accountId, expectedSince: since, heardAt };
    })
    .toSorted(
      (left, right) =>
        byCodeUnits(left.heardAt ?? '', right.heardAt ?? '') || byCodeUnits(left.accountId, right.accountId),
    );
  return { heard, silent, others: heard.flatMap((member) => otherThan(own, member)) };
};

const otherThan = (own: OwnVersion, { accountId, heartbeat }: Member): readonly OtherAccount[] => {
  if (!heartbeat) return [];
  const code = heartbeat.codeDigest !== own.codeDigest;
  const policies = heartbeat.policyDigest !== own.policyDigest;
  return code || policies ? [{ accountId, version: heartbeat.version, code, policies }] : [];
};
