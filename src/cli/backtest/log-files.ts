import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';

/**
 * The log files at a path: the file itself, or every .json and .json.gz of a folder and the folders below it, by name.
 * @throws CliError where there is nothing at the path
 */
export async function* logFiles(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => {
    throw new CliError(`${inert(path)}: no such file or folder.`, exitCode.usage);
  });
  if (found.isDirectory()) yield* filesBelow(path);
  else yield path;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && /\.json(\.gz)?$/i.test(entry.name)) yield path;
  }
}

/** A file's text in pieces, unpacked where it begins as gzip does: a download can have lost its ending, or its packing. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const isPacked = (await firstBytes(path)).equals(Buffer.from([0x1f, 0x8b]));
  const file = createReadStream(path);
  const bytes = isPacked ? file.pipe(createGunzip()) : file;
  if (isPacked) file.on('error', (error) => bytes.destroy(error));
  try {
    const decoder = new TextDecoder();
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } finally {
    file.destroy();
  }
}

const firstBytes = async (path: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
};
