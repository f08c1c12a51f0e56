import {
  AccountClient,
  type AccountClientConfig,
  paginateListRegions,
  type RegionOptStatus,
} from '@aws-sdk/client-account';

/** The Regions that an account can use: those that nobody has to turn on, and those that it has turned on. */
export const enabled: readonly RegionOptStatus[] = ['ENABLED', 'ENABLED_BY_DEFAULT'];

/**
 * The Regions of an account's partition, by name.
 * @param settings the Region may be any name of that partition's form: the endpoint is the partition's
 * @param statuses only Regions of which the account has these; all, if not said
 * @throws what AWS answers in place of them
 */
export const listRegions = async (
  settings: AccountClientConfig,
  statuses: readonly RegionOptStatus[] = [],
): Promise<readonly string[]> => {
  const pages = paginateListRegions(
    { client: new AccountClient(settings), pageSize: 50 },
    statuses.length > 0 ? { RegionOptStatusContains: [...statuses] } : {},
  );
  const names: string[] = [];
  for await (const { Regions = [] } of pages)
    names.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  return names.toSorted();
};
