import { AccountClient, paginateListRegions, type RegionOptStatus } from '@aws-sdk/client-account';

/**
 * The Regions of an account's partition, by name.
 * @param region any name of that partition's form: the endpoint is the partition's
 * @param statuses only Regions of which the account has these; all, if not said
 * @throws what AWS answers in place of them
 */
export const listRegions = async (
  region: string,
  statuses: readonly RegionOptStatus[] = [],
): Promise<readonly string[]> => {
  const pages = paginateListRegions(
    { client: new AccountClient({ region }), pageSize: 50 },
    statuses.length > 0 ? { RegionOptStatusContains: [...statuses] } : {},
  );
  const names: string[] = [];
  for await (const { Regions = [] } of pages)
    names.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  return names.toSorted();
};
