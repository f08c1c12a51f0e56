import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distinctCauses } from '../change/distinct-causes.ts';
import { folderLedger } from '../ledger/folder-ledger.ts';
import type { Ledgers } from '../ledger/ledgers.ts';
import { type Clock, wallClock } from './deployed/clock.ts';

/** A look that is under way when the sandbox is ended still remembers: so the folder goes last of all. */
export const aFolderForNow = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledger-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** What a deployment in the sandbox remembers, in a folder that commands can use as well. */
export const sandboxLedgers = (folder: string, clock: Clock = wallClock): Ledgers =>
  folderLedger({
    folder,
    leaseSeconds: 90,
    newId: randomUUID,
    distinct: distinctCauses,
    ...clock,
  });
