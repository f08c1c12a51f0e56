import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerBrokenError } from './errors.ts';
import { type FileLockOptions, lockFile } from './file-lock.ts';
import type { Ledgers } from './ledgers.ts';
import { type RecordForm, recordForms } from './record-forms.ts';
import type { RecordLedgerOptions } from './record-ledger.ts';
import { recordLedgers } from './record-ledgers.ts';
import type { Shelf } from './shelf.ts';
import { isMembers } from './stored-forms.ts';

/**
 * A memory in a folder, for one person's command line: a JSON file for each pool and for each thing besides, replaced
 * as a whole. Outcomes hold what pools held, secrets too: the files are their owner's alone.
 * @param folder made where it doesn't exist
 * @param now the clock by which a lock left by a process that is gone runs out
 * @param wait for as long as somebody else holds a file
 * @throws LedgerBrokenError, from every step, where a file isn't one that a ledger wrote
 */
export const folderLedger = ({
  folder,
  ...options
}: FileLockOptions & RecordLedgerOptions & { readonly folder: string }): Ledgers => {
  const shelf = <Value extends object>(kind: string, form: RecordForm): Shelf<Value> =>
    folderShelf({ folder, kind, form, ...options });
  return recordLedgers(
    {
      pools: shelf('pool', recordForms.pools),
      account: shelf('account', recordForms.account),
      outcomes: shelf('outcome-id', recordForms.outcomes),
      sweeps: shelf('sweep', recordForms.sweeps),
      notices: shelf('notice', recordForms.notices),
      tellings: shelf('telling', recordForms.tellings),
      repeats: shelf('repeat', recordForms.repeats),
      windows: shelf('window', recordForms.windows),
      members: shelf('members-of', recordForms.members),
    },
    options,
  );
};

interface FolderShelf extends FileLockOptions {
  readonly folder: string;
  /** The member of each file that names what it is about. */
  readonly kind: string;
  readonly form: RecordForm;
}

const folderShelf = <Value extends object>({ folder, kind, form, ...options }: FolderShelf): Shelf<Value> => {
  const fileOf = (key: string) => join(folder, fileNameOf(kind, key));
  const read = async (key: string): Promise<Value | undefined> =>
    (await readRecord(fileOf(key), { kind, key, form })) as Value | undefined;
  return {
    read,
    take: async (key, step) => {
      const file = fileOf(key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unlock = await lockFile(`${file}.lock`, options);
      try {
        const [answer, value] = step(await read(key));
        if (value === undefined) return answer;
        const unfinished = `${file}.${options.newId()}.new`;
        const text = `${JSON.stringify({ [kind]: key, ...value }, null, 2)}\n`;
        await writeFile(unfinished, text, { mode: 0o600 });
        await rename(unfinished, file);
        return answer;
      } finally {
        await unlock();
      }
    },
  };
};

/**
 * For people the kind, unless it is a pool, and the end of the key; the hash tells keys apart that differ in case
 * alone, which some file systems don't, or in what isn't for a file's name.
 */
const fileNameOf = (kind: string, key: string): string => {
  const name = key
    .replace(/^.*\//, '')
    .replace(/[^\w-]/g, '_')
    .slice(0, 60);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `${kind === 'pool' ? '' : `${kind}-`}${name}-${hash}.json`;
};

const readRecord = async (
  file: string,
  { kind, key, form }: { readonly kind: string; readonly key: string; readonly form: RecordForm },
): Promise<object | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const stored = parse(text, file);
  if (!isMembers(stored)) throw new LedgerBrokenError(file, 'it is no JSON object');
  const { [kind]: about, ...record } = stored;
  if (about !== key) throw new LedgerBrokenError(file, `it is not about ${key}`);
  const wrong = Object.entries(form).filter(([member, hasForm]) => !hasForm(record[member]));
  if (wrong.length > 0)
    throw new LedgerBrokenError(
      file,
      `${wrong.map(([member]) => member).join(', ')} is not as it was written`,
    );
  return record;
};

const parse = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LedgerBrokenError(file, `it is no JSON (${(error as Error).message})`);
  }
};
