import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/**
 * What a browser runs and wears of ours, by file name: one script and one sheet.
 * @param folder where the entries lie
 */
export const browserBundle = async (
  folder: URL,
  entries: readonly string[],
  options: Pick<BuildOptions, 'minify' | 'charset'> = {},
): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => fileURLToPath(new URL(name, folder))),
    outdir: '.',
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text] as const));
};
