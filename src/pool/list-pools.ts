import {
  type CognitoIdentityProviderClient,
  paginateListUserPools,
} from '@aws-sdk/client-cognito-identity-provider';

/** ListUserPools gives at most this many pools in one answer (service model: PoolQueryLimitType). */
const pageSize = 60;

/** The ids of all user pools in the client's Region. */
export async function* listPools(client: CognitoIdentityProviderClient): AsyncIterable<string> {
  const pages = paginateListUserPools({ client, pageSize }, { MaxResults: pageSize });
  for await (const { UserPools: pools = [] } of pages) {
    for (const { Id: id } of pools) if (id) yield id;
  }
}
