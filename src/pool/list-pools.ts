import {
  type CognitoIdentityProviderClient,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mostPoolsInAPage, type PageOptions, type PoolPage } from './pools.ts';

/** One answer of ListUserPools in the client's Region. @throws what AWS answers besides */
export const listPage = async (
  client: CognitoIdentityProviderClient,
  { size = mostPoolsInAPage, from }: PageOptions = {},
): Promise<PoolPage> => {
  const { UserPools: pools = [], NextToken: next } = await client.send(
    new ListUserPoolsCommand({ MaxResults: size, ...(from !== undefined && { NextToken: from }) }),
  );
  return { ids: pools.flatMap(({ Id: id }) => (id ? [id] : [])), ...(next && { next }) };
};

/** The ids of all user pools in the client's Region, a page asked for when it is needed. */
export async function* listPools(client: CognitoIdentityProviderClient): AsyncIterable<string> {
  let page: PoolPage | undefined;
  do {
    page = await listPage(client, page?.next === undefined ? {} : { from: page.next });
    yield* page.ids;
  } while (page.next !== undefined);
}
