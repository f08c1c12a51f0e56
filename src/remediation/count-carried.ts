import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settings } from '../pool/settings.ts';
import { unknownMembers } from '../pool/unknown-members.ts';
import type { PlannedCall } from './planned-call.ts';
import type { SettingChange } from './setting-change.ts';

/** How many settings the calls carry as they were read: those of the catalogue, each once, and members from the future. */
export const countCarried = (
  calls: readonly PlannedCall[],
  snapshot: PoolSnapshot,
  changes: readonly SettingChange[],
): number => {
  const carried = new Set(
    calls.flatMap(({ request }) =>
      settings
        .filter(({ path }) => jsonAt(request, path) !== undefined)
        .map(({ path, sameAs }) => sameAs ?? path)
        .filter((path) => !changes.some(({ setting }) => setting === path)),
    ),
  );
  const unknown = unknownMembers(snapshot).filter((path) =>
    calls.some(({ operation }) => (operation === 'SetUserPoolMfaConfig') === path.startsWith('MfaConfig:')),
  );
  return carried.size + unknown.length;
};
