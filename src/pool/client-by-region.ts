/**
 * A client for each Region, made when it is first asked for and kept: each has connections of its own, which stay open.
 * @param make makes the client of a Region
 */
export const clientByRegion = <Client>(make: (region: string) => Client): ((region: string) => Client) => {
  const clients = new Map<string, Client>();
  return (region) => {
    const client = clients.get(region) ?? make(region);
    clients.set(region, client);
    return client;
  };
};
