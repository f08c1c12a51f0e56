import { answered, refused } from '../answer.ts';
import { defined, type JsonObject, stringAt } from '../json.ts';
import { isRefused, namedPool, type Operation } from './operation.ts';
import { epochSeconds } from './show-pool.ts';

/** App clients, as far as a call about one has to exist and be recorded: kept as sent, without Cognito's rules for them. */

export const createUserPoolClient: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const { GenerateSecret: secret, ...settings } = input;
  const id = world
    .newId()
    .replaceAll(/[^0-9a-zA-Z]/g, '')
    .slice(-26)
    .toLowerCase();
  const client = defined({
    ...settings,
    ClientId: id,
    ClientSecret: secret === true ? world.newId() : undefined,
    CreationDate: epochSeconds(call.at),
    LastModifiedDate: epochSeconds(call.at),
  });
  world.pools.put({ ...pool, clients: new Map(pool.clients).set(id, client) });
  return answered({ UserPoolClient: client });
};

export const updateUserPoolClient: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const id = stringAt(input, 'ClientId') ?? '';
  const before = pool.clients.get(id);
  if (!before) return noSuchClient(id);
  const { ClientSecret, CreationDate, ClientName } = before;
  const kept = defined({ ClientSecret, CreationDate, ClientName });
  const client: JsonObject = { ...kept, ...input, LastModifiedDate: epochSeconds(call.at) };
  world.pools.put({ ...pool, clients: new Map(pool.clients).set(id, client) });
  return answered({ UserPoolClient: client });
};

export const deleteUserPoolClient: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const clients = new Map(pool.clients);
  const id = stringAt(input, 'ClientId') ?? '';
  if (!clients.delete(id)) return noSuchClient(id);
  world.pools.put({ ...pool, clients });
  return answered();
};

function noSuchClient(id: string) {
  return refused('ResourceNotFoundException', `User pool client ${id} does not exist.`);
}
