import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** What a file holds, or what is wrong with it, as a sentence. */
export type BoundedText = { readonly text: string } | { readonly problem: string };

/**
 * Reads text that somebody names, without a byte order mark.
 * @param from the path of a file, or a stream such as standard input
 * @param largest in bytes; what has more is something else, and no more than that is taken into memory
 */
export const boundedText = async (
  from: string | AsyncIterable<Buffer>,
  largest: number,
): Promise<BoundedText> => {
  try {
    const found = typeof from === 'string' ? await stat(from) : undefined;
    if (found?.isDirectory()) return { problem: 'This is a folder; name the file in it.' };
    if (found && found.size > largest)
      return { problem: `This file has ${found.size} bytes, and at most ${largest} are read.` };
    const bytes = await bytesOf(typeof from === 'string' ? createReadStream(from) : from, largest);
    if (!bytes) return { problem: `This file goes on after ${largest} bytes, which is all that is read.` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: "This file isn't text in UTF-8." };
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: 'There is no such file.' };
    return { problem: `It can't be read: ${error instanceof Error ? error.message : String(error)}` };
  }
};

/**
 * A device or a pipe has no size before it is read, and a link in a pull request can lead to one without end.
 * @returns undefined where there is more
 */
const bytesOf = async (stream: AsyncIterable<Buffer>, largest: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largest) return undefined;
  }
  return Buffer.concat(chunks);
};
