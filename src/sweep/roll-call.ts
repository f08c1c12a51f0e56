import type { AccountRecord } from '../ledger/account-book.ts';
import { announcing } from './announcing.ts';
import { changeRecord } from './change-record.ts';
import { organizationDigest } from './organization-digest.ts';
import { rollOf } from './roll-of.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Milliseconds between one digest of all accounts and the next: a day, less what one roll call may be late by. */
const digestEvery = 24 * 60 * 60 * 1000 - 10 * 60 * 1000;

/**
 * Calls the roll of an organization: counts the accounts that are expected and weren't heard of, and has people told
 * once a day what stands in all accounts. Killed at any point, its message comes again; a digest told twice has one id.
 * @throws where AWS doesn't say who is expected, or the ledger can't be reached: the message must then be brought again
 */
export const rollCall = async (sweeper: Sweeper): Promise<Swept> => {
  const { book, centre, count, now, policies } = sweeper;
  if (!centre) return { kind: 'ignored', reason: 'This deployment is the centre of no organization.' };
  const before = (await book.read())?.record;
  if (!before)
    return { kind: 'ignored', reason: 'No sweep has begun yet; the roll is called after the first.' };
  const time = now();
  const expected = await centre.expected();
  if (!expected)
    return { kind: 'ignored', reason: 'There is no stack set that says which accounts are expected.' };
  const expectedSince = sinceWhen(expected, before.roll, time);
  const roll = rollOf(expectedSince, await book.members(), {
    own: { codeDigest: centre.codeDigest, policyDigest: policies.digest },
    now: time,
    silentAfter: centre.silentAfter,
  });
  const news = isDue(before.roll, time) ? organizationDigest(roll, time) : undefined;
  if (news) {
    const day = time.toISOString().slice(0, 10);
    await announcing(sweeper)({
      kind: 'digest',
      id: `digest:organization:${day}`,
      sweep: `all-${day}`,
      ...news,
    });
  }
  const digestToldAt = news ? time.toISOString() : before.roll?.digestToldAt;
  await changeRecord(
    book,
    (record) =>
      record && {
        ...record,
        roll: { expectedSince, ...(digestToldAt !== undefined && { digestToldAt }) },
      },
  );
  count('RollCalls', 1);
  count('AccountsSilent', roll.silent.length);
  return {
    kind: 'done',
    reason: `Of ${expected.length} expected accounts ${roll.silent.length} are silent${named(roll.silent)}; ${roll.heard.length} were heard of, ${roll.others.length} of them with other code or policies.`,
  };
};

/** How many accounts a log line names. */
const mostNamed = 20;

const named = (silent: readonly { readonly accountId: string }[]): string =>
  silent.length === 0
    ? ''
    : ` (${silent
        .slice(0, mostNamed)
        .map(({ accountId }) => accountId)
        .join(', ')}${silent.length > mostNamed ? ', …' : ''})`;

/** Who isn't expected any more is forgotten, and has time again when they come back. */
const sinceWhen = (
  expected: readonly string[],
  roll: AccountRecord['roll'],
  now: Date,
): { readonly [accountId: string]: string } =>
  Object.fromEntries(
    expected.map((accountId) => [accountId, roll?.expectedSince[accountId] ?? now.toISOString()]),
  );

const isDue = (roll: AccountRecord['roll'], now: Date): boolean =>
  roll?.digestToldAt === undefined || now.getTime() - Date.parse(roll.digestToldAt) >= digestEvery;
