import type { AccountRecord } from '../ledger/account-book.ts';
import { loosened } from '../policy/loosened.ts';
import type { EnforcedPolicies, PolicySet } from '../policy/policy.ts';
import { addedRules } from './added-rules.ts';
import { announcing } from './announcing.ts';
import { changeRecord } from './change-record.ts';
import { ownersOfExemption } from './exempted-owners.ts';
import { exemptionNews } from './exemption-news.ts';
import type { Sweeper } from './sweeper.ts';

/** Milliseconds. No deployment takes so long that its first sweep would find a table of this age without a record. */
const day = 86_400_000;

const none: EnforcedPolicies = { digest: '', policies: [], exemptions: [] };

/**
 * Begins the account's record where there is none, and tells what is new since people were last told: other policies,
 * exemptions that end or have ended, and a record that is gone. Told first and then written down: a crash in between
 * tells the same again, under the same id.
 * @param sweep the sweep's id
 */
export const tellPolicies = async (sweeper: Sweeper, sweep: string): Promise<void> => {
  const { book, policies, now } = sweeper;
  const tell = announcing(sweeper);
  const time = now().toISOString();
  const record = (await book.read())?.record;
  if (!record && (await isOld(sweeper))) await tell({ kind: 'memory-lost', id: `memory-lost:${sweep}` });
  const isNew = record?.policies.digest !== policies.digest;
  if (isNew) {
    const before = record?.policies ?? none;
    await tell({
      kind: 'policies-changed',
      id: `policies-changed:${policies.digest}:${record?.policiesSince ?? sweep}`,
      ...(record && { before: before.digest }),
      added: addedRules(before, policies),
      loosened: loosened(before, policies),
    });
  }
  const exemptions = exemptionNews(policies.exemptions, time.slice(0, 10));
  for (const { kind, exemption, key } of exemptions)
    if (!record?.exemptionsTold.includes(key)) {
      const owners = ownersOfExemption(exemption, policies, record?.exemptedOwners);
      await tell({ kind, id: `exemption:${key}`, exemption, ...(owners.length > 0 && { owners }) });
    }
  await changeRecord(book, (current = begunAt(time, policies)) => ({
    ...current,
    ...(isNew && { policies: enforced(policies), policiesSince: time }),
    // An exemption that is gone from the files is forgotten; one that is there has a key for each of its news.
    exemptionsTold: keysOf(current, policies, exemptions),
  }));
};

const isOld = async ({ book, now }: Sweeper): Promise<boolean> => {
  const madeAt = await book.madeAt();
  return madeAt !== undefined && now().getTime() - Date.parse(madeAt) > day;
};

/** Without owners: what is remembered is only ever compared by what is enforced, and addresses are nobody's business. */
const enforced = ({ owners: _, ...policies }: PolicySet): EnforcedPolicies => policies;

const begunAt = (time: string, policies: PolicySet): AccountRecord => ({
  watch: { since: time, isComplete: false },
  policies: enforced(policies),
  policiesSince: time,
  pausesTold: [],
  exemptionsTold: [],
});

const keysOf = (
  { exemptionsTold }: AccountRecord,
  { exemptions }: PolicySet,
  news: ReturnType<typeof exemptionNews>,
): readonly string[] => {
  const kept = exemptionsTold.filter((key) =>
    exemptions.some(({ ticket, expires }) => key.startsWith(`${ticket} ${expires} `)),
  );
  return [...new Set([...kept, ...news.map(({ key }) => key)])];
};
