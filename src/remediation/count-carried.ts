import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settingsIn } from '../pool/settings-in.ts';
import { unknownMembers } from '../pool/unknown-members.ts';
import type { PlannedCall } from './planned-call.ts';
import type { SettingChange } from './setting-change.ts';

/** How many settings the calls carry as they were read: those of the catalogue, each once, and members from the future. */
export const countCarried = (
  calls: readonly PlannedCall[],
  snapshot: PoolSnapshot,
  changes: readonly SettingChange[],
): number => {
  if (calls.length === 0) return 0;
  const carried = new Set(
    calls.flatMap(({ request }) => settingsIn(request).map(({ path, sameAs }): string => sameAs ?? path)),
  );
  for (const { setting } of changes) carried.delete(setting);
  const unknown = unknownMembers(snapshot).filter((path) =>
    calls.some(({ operation }) => (operation === 'SetUserPoolMfaConfig') === path.startsWith('MfaConfig:')),
  );
  return carried.size + unknown.length;
};
