import { AccountClient, type AccountClientConfig, paginateListRegions } from '@aws-sdk/client-account';

/**
 * The Regions that the account can use, by name: those that nobody has to turn on, and those that it has turned on.
 * @param settings the Region may be any of the account's partition
 * @throws what AWS answers besides
 */
export const enabledRegions = async (settings: AccountClientConfig): Promise<readonly string[]> => {
  const pages = paginateListRegions(
    { client: new AccountClient(settings), pageSize: 50 },
    { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] },
  );
  const names: string[] = [];
  for await (const { Regions = [] } of pages)
    names.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  return names.toSorted();
};
