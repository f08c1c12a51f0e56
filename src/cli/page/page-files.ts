import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.ts';

/** A file of the page, as it is served. */
export interface PageFile {
  readonly type: string;
  readonly content: string;
}

/** The files of the page by their paths. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** By path: the file's name in dist/cli/page/ and how it is to be taken. */
const served = [
  ['/', 'page.html', 'text/html; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const;

/** Gives the content of a file of the page by its name. */
type ReadPageFile = (name: string) => string | Promise<string>;

/** The files of the page: the build puts them beside the command; run from its source, the command makes them. */
export const pageFiles = async (): Promise<PageFiles> => {
  const read = import.meta.url.endsWith('.ts') ? await fromSource() : fromBuild;
  return new Map(
    await Promise.all(
      served.map(async ([path, name, type]) => [path, { type, content: await read(name) }] as const),
    ),
  );
};

const fromBuild: ReadPageFile = (name) => readFile(join(packageRoot(), 'dist/cli/page', name), 'utf8');

/** build/page-bundle.ts, which no package holds. */
interface PageBuilder {
  readonly pageBundle: () => Promise<ReadonlyMap<string, string>>;
}

const fromSource = async (): Promise<ReadPageFile> => {
  // Named so that no bundle of the command takes it in.
  const builder = pathToFileURL(join(packageRoot(), 'build/page-bundle.ts')).href;
  const { pageBundle } = (await import(builder)) as PageBuilder;
  const bundle = await pageBundle();
  return (name) => bundle.get(name) ?? '';
};
