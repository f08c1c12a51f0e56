import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../src/cli/page/browser/', import.meta.url);

/** Files of the page that are served as they are. */
const asTheyAre = ['page.html', 'icon.svg'];

/** The files of the sandbox's page by their names: what the browser runs is one script, what it wears one sheet. */
export const pageBundle = async (): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    entryPoints: ['page.ts', 'page.css'].map((name) => fileURLToPath(new URL(name, folder))),
    outdir: '.',
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const files = await Promise.all(
    asTheyAre.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  );
  return new Map([...files, ...outputFiles.map(({ path, text }) => [basename(path), text] as const)]);
};
