import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: where serverless.yml lies, whether we run from src/ or from dist/. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'serverless.yml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('This installation lacks serverless.yml.');
    folder = parent;
  }
  return folder;
};
