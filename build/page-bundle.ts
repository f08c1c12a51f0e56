import { readFile } from 'node:fs/promises';
import { browserBundle } from './browser-bundle.ts';

const folder = new URL('../src/cli/page/browser/', import.meta.url);

/** Files of the page that are served as they are. */
const asTheyAre = ['page.html', 'icon.svg'];

/** The files of the sandbox's page by their names. */
export const pageBundle = async (): Promise<ReadonlyMap<string, string>> => {
  const files = await Promise.all(
    asTheyAre.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  );
  return new Map([...files, ...(await browserBundle(folder, ['page.ts', 'page.css']))]);
};
