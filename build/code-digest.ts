import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnits } from '../src/pool/by-code-units.ts';
import type { FunctionBundle } from './function-bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a build makes, from what: no file, and the policies in it have a digest of their own. */
const isMade = (input: string): boolean => /^[\w-]+:/.test(input);

/**
 * A digest of the code that is deployed: of every source file that went into a function, packages' own too, by name and
 * content. The same sources have the same digest wherever and whenever they are built.
 * @returns `sha256:` and 64 hexadecimal digits
 */
export const codeDigest = async (bundles: readonly FunctionBundle[]): Promise<string> => {
  const inputs = new Set(bundles.flatMap((bundle) => bundle.inputs));
  const hash = createHash('sha256');
  for (const input of [...inputs].filter((each) => !isMade(each)).toSorted(byCodeUnits))
    hash.update(`${input}\n`).update(
      createHash('sha256')
        .update(await readFile(join(root, input)))
        .digest(),
    );
  return `sha256:${hash.digest('hex')}`;
};
