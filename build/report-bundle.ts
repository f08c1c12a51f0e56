import { browserBundle } from './browser-bundle.ts';

const folder = new URL('../src/cli/report-page/browser/', import.meta.url);

/** What a report has in it of ours: `report.js` and `report.css`, each fit to stand inside an HTML file. */
export const reportBundle = async (): Promise<ReadonlyMap<string, string>> => {
  // In ASCII, strings in it can't end the element that it stands in.
  const files = await browserBundle(folder, ['report.ts', 'report.css'], { minify: true, charset: 'ascii' });
  return new Map([...files].map(([name, text]) => [name, text.trim()] as const));
};
