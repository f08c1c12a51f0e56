import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { lapsing } from './lapsing-item.ts';
import type { Member, MemberMemory } from './member-book.ts';
import { pack, unpack } from './pack.ts';
import { bytesIn, type Item, type Key } from './pool-item.ts';
import { attributesOf } from './read-attribute.ts';
import { isHeartbeat, isMemberDigest, isText } from './stored-forms.ts';
import { isUpdated, type Table } from './update-item.ts';

/** An account that was taken out of the organization is forgotten some day. */
const heartbeatDays = 90;
/** A member tells what stands once a day. */
const digestDays = 3;

/** One partition, so that one query reads all. What on-notice may write begins so: the template's role names it. */
const pk = { S: 'notice#organization' } as const;
const keyOf = (part: 'heartbeat' | 'digest', accountId: string): Key => ({
  pk,
  sk: { S: `${part}#${accountId}` },
});

/** The accounts of an organization in a deployment's ledger. @param now by which what is kept lapses */
export const dynamoMembers = ({
  table,
  now,
}: {
  readonly table: Table;
  readonly now: () => Date;
}): MemberMemory => {
  const keep = async (key: Key, value: object, at: string, days: number, heardAt?: string): Promise<void> => {
    await isUpdated(table, key, {
      UpdateExpression: 'SET content = :content, sentAt = :sentAt, heardAt = :heardAt, lapsesAt = :lapsesAt',
      ConditionExpression: 'attribute_not_exists(sentAt) OR sentAt <= :sentAt',
      ExpressionAttributeValues: {
        ':content': { B: pack(value) },
        ':sentAt': { S: at },
        ':heardAt': { S: heardAt ?? at },
        ':lapsesAt': lapsing(now().getTime(), days).lapsesAt ?? { NULL: true },
      },
    });
  };
  return {
    keepHeartbeat: (accountId, heartbeat, heardAt) =>
      keep(keyOf('heartbeat', accountId), heartbeat, heartbeat.at, heartbeatDays, heardAt),
    keepDigest: (accountId, digest) => keep(keyOf('digest', accountId), digest, digest.at, digestDays),
  };
};

/** The accounts in the order of their ids. */
export const readMembers = async ({ client, name }: Table): Promise<readonly Member[]> => {
  const parts = new Map<string, Omit<Member, 'accountId'>>();
  const query = {
    TableName: name,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :members',
    ExpressionAttributeValues: { ':members': pk },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const item of Items) {
      const [part, accountId = ''] = (item.sk?.S ?? '').split('#');
      parts.set(accountId, { ...parts.get(accountId), ...partIn(item, part, accountId) });
    }
  return [...parts]
    .map(([accountId, part]) => ({ accountId, ...part }))
    .toSorted((left, right) => (left.accountId < right.accountId ? -1 : 1));
};

const partIn = (item: Item, part: string | undefined, accountId: string): Omit<Member, 'accountId'> => {
  const read = attributesOf(`the ledger's item of account ${accountId}`);
  const content = () => unpack(bytesIn(item.content ?? { NULL: true }));
  return part === 'heartbeat'
    ? {
        heartbeat: read('content', isHeartbeat, content),
        heardAt: read('heardAt', isText, () => item.heardAt?.S),
      }
    : { digest: read('content', isMemberDigest, content) };
};
