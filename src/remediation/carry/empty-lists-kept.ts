import type { JsonObject } from '../../pool/json.ts';
import { jsonAt } from '../../pool/pool-snapshot.ts';
import { settings } from '../../pool/settings.ts';
import { withMember } from '../request-tree.ts';
import type { CarryStep } from './carry-rule.ts';

const alwaysSent = settings.filter(({ carry }) => carry === 'as-read-or-empty');

/** An empty list says "none"; left out, it would say "whatever the default is". Source: API reference of UpdateUserPool. */
export const emptyListsKept: CarryStep = (tree) =>
  alwaysSent.reduce<JsonObject>(
    (request, { path }) => (jsonAt(request, path) === undefined ? withMember(request, path, []) : request),
    tree,
  );
