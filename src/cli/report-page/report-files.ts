import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.ts';
import type { ReportFiles } from './report-html.ts';

/** What build/report-bundle.ts exports. */
interface Builder {
  readonly reportBundle: () => Promise<ReadonlyMap<string, string>>;
}

/** The script and the sheet of a report: the build puts them beside the command; run from its source, it makes them. */
export const reportFiles = async (): Promise<ReportFiles> => {
  if (!import.meta.url.endsWith('.ts')) {
    const read = (name: string) => readFile(join(packageRoot(), 'dist/cli/report-page', name), 'utf8');
    return { script: await read('report.js'), style: await read('report.css') };
  }
  // Named so that no bundle of the command takes it in.
  const builder = pathToFileURL(join(packageRoot(), 'build/report-bundle.ts')).href;
  const { reportBundle } = (await import(builder)) as Builder;
  const bundle = await reportBundle();
  return { script: bundle.get('report.js') ?? '', style: bundle.get('report.css') ?? '' };
};
