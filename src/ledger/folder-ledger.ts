import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolRef } from '../pool/pool-ref.ts';
import { LedgerBrokenError } from './errors.ts';
import { type FileLockOptions, lockFile } from './file-lock.ts';
import type { Ledger } from './ledger.ts';
import { emptyRecord, type PoolRecord } from './pool-record.ts';
import { recordLedger } from './record-ledger.ts';
import { areCauses, isLastOutcome, isMembers, isOpenOutcome } from './stored-forms.ts';

/**
 * A ledger in a folder, for one person's command line: a JSON file for each pool, replaced as a whole.
 * @param folder made where it doesn't exist
 * @param now the clock by which a lock left by a process that is gone runs out
 * @param wait for as long as somebody else holds a file
 * @throws LedgerBrokenError, from every step, where a file isn't one that a ledger wrote
 */
export const folderLedger = ({
  folder,
  leaseSeconds,
  ...options
}: FileLockOptions & { readonly folder: string; readonly leaseSeconds: number }): Ledger =>
  recordLedger({
    leaseSeconds,
    newId: options.newId,
    take: async (pool, step) => {
      const file = join(folder, fileNameOf(pool));
      await mkdir(folder, { recursive: true });
      const unlock = await lockFile(`${file}.lock`, options);
      try {
        const [answer, record] = step(await readRecord(file, pool));
        const unfinished = `${file}.${options.newId()}.new`;
        await writeFile(unfinished, `${JSON.stringify({ pool: pool.arn, ...record }, null, 2)}\n`);
        await rename(unfinished, file);
        return answer;
      } finally {
        await unlock();
      }
    },
  });

/** The pool's id for people; the hash tells ids apart that differ in case alone, which some file systems don't. */
const fileNameOf = ({ id, arn }: PoolRef): string =>
  `${id}-${createHash('sha256').update(arn).digest('hex').slice(0, 16)}.json`;

const readRecord = async (file: string, { arn }: PoolRef): Promise<PoolRecord> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return emptyRecord;
  const stored = parse(text, file);
  if (!isMembers(stored)) throw new LedgerBrokenError(file, 'it is no JSON object');
  const { pool, ...record } = stored;
  if (pool !== arn) throw new LedgerBrokenError(file, `it is not about ${arn}`);
  const wrong = Object.entries(forms).filter(([member, hasForm]) => !hasForm(record[member]));
  if (wrong.length > 0)
    throw new LedgerBrokenError(
      file,
      `${wrong.map(([member]) => member).join(', ')} is not as it was written`,
    );
  return record as unknown as PoolRecord;
};

const parse = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LedgerBrokenError(file, `it is no JSON (${(error as Error).message})`);
  }
};

const orAbsent =
  (hasForm: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || hasForm(value);

const forms: { readonly [member in keyof PoolRecord]-?: (value: unknown) => boolean } = {
  lease: orAbsent(
    (lease) => isMembers(lease) && typeof lease.id === 'string' && typeof lease.expires === 'number',
  ),
  open: orAbsent(isOpenOutcome),
  given: areCauses,
  waiting: areCauses,
  lookedAt: orAbsent((time) => typeof time === 'number'),
  last: orAbsent(isLastOutcome),
};
