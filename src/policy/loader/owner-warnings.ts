import { poolRefFromArn } from '../../pool/pool-ref.ts';
import type { Mistake } from '../mistake.ts';
import type { Owner } from '../owner.ts';

/** What the author of owners.yaml should look at: owners of the very same pools, and topics of another account. */
export const ownerWarnings = (owners: readonly Owner[]): readonly Mistake[] => [
  ...owners.flatMap((later, index) => {
    const earlier = owners.slice(0, index).find(({ pools }) => same(pools, later.pools));
    if (!earlier) return [];
    const { file, line } = earlier.source;
    const message = `${later.name} and ${earlier.name} (${file}:${line}) own the very same pools: one of them may be left over.`;
    return [{ ...later.source, message }];
  }),
  ...owners.flatMap(foreignTopic),
];

const same = (left: Owner['pools'], right: Owner['pools']): boolean => canonical(left) === canonical(right);

/** In no order: neither parts nor their entries have one. */
const canonical = ({ arns = [], stacks = [], tags = {} }: Owner['pools']): string =>
  JSON.stringify([
    arns.toSorted(),
    stacks.map(({ glob }) => glob).toSorted(),
    Object.entries(tags)
      .map(([key, values]) => JSON.stringify([key, values.toSorted()]))
      .toSorted(),
  ]);

const foreignTopic = ({ name, topic, pools: { arns = [] }, source }: Owner): readonly Mistake[] => {
  const [, , , , account] = topic?.split(':') ?? [];
  const accounts = new Set(arns.map((arn) => poolRefFromArn(arn)?.accountId));
  if (account === undefined || accounts.size === 0 || accounts.has(account)) return [];
  const message = `The topic of ${name} is in account ${account}, and none of the pools that arns names is: its own policy has to let Lifeguard's role publish.`;
  return [{ ...source, message }];
};
