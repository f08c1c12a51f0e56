import { globSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headed, joined } from './policy-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const patterns = ['policies/**/*.yaml', 'test/policy/fixtures/*/*.yaml', 'test/cli/policies/*/*.yaml'];

/** Every folder of policy files that the project has, as one text each. */
export const policyFolders = async (): Promise<readonly string[]> => {
  const files = globSync(patterns, { cwd: root })
    .filter((file) => statSync(`${root}/${file}`).isFile())
    .sort();
  const texts = await Promise.all(
    files.map(async (file) => ({
      folder: dirname(file),
      text: headed(basename(file), await readFile(`${root}/${file}`, 'utf8')),
    })),
  );
  return [...Map.groupBy(texts, ({ folder }) => folder).values()].map((folder) =>
    joined(folder.map(({ text }) => text)),
  );
};
