import { createHash } from 'node:crypto';
import type { MutePart } from './announcement.ts';
import { announcing } from './announcing.ts';
import type { Sweeper } from './sweeper.ts';

/** Tells of parts by which tampering is told and that don't do so: once a day, and at once where others are among them. */
export const tellMuteParts = async (sweeper: Sweeper): Promise<void> => {
  const { muteParts, accountId, now } = sweeper;
  const parts = (await muteParts?.(accountId)) ?? [];
  if (parts.length === 0) return;
  const day = now().toISOString().slice(0, 10);
  await announcing(sweeper)({
    kind: 'tampering-untold',
    id: `tampering-untold:${day}:${keyOf(parts)}`,
    parts,
  });
};

/** The same for the same parts, however many messages a queue holds. */
const keyOf = (parts: readonly MutePart[]): string =>
  createHash('sha256')
    .update(parts.map(({ region, name, why }) => `${region} ${name} ${why}`).join('\n'))
    .digest('hex')
    .slice(0, 12);
