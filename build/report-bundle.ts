import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../src/cli/report-page/browser/', import.meta.url);

/** What a report has in it of ours: `report.js` and `report.css`, each fit to stand inside an HTML file. */
export const reportBundle = async (): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    entryPoints: ['report.ts', 'report.css'].map((name) => fileURLToPath(new URL(name, folder))),
    outdir: '.',
    write: false,
    bundle: true,
    minify: true,
    // Strings in it can't end the element that it stands in.
    charset: 'ascii',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text.trim()] as const));
};
