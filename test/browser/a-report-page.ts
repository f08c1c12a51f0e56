import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { ReportModel } from '../../src/cli/report-page/model/report-model.ts';
import { reportFiles } from '../../src/cli/report-page/report-files.ts';
import { reportHtml } from '../../src/cli/report-page/report-html.ts';
import { aTab, type Tab } from './a-tab.ts';

/** A report in a browser, with all that it asked for and complained of. */
export interface OpenedReport extends Tab {
  /** The addresses of all requests that left it; the first is its own. */
  readonly requests: readonly string[];
}

/** Opens a report from a file of its own, as a person does who got it by mail. */
export const openReport = async (
  model: ReportModel,
  options: BrowserContextOptions = {},
): Promise<OpenedReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'report.html');
  await writeFile(file, reportHtml(model, await reportFiles()));
  const { tab, complaints } = await aTab(options);
  const requests: string[] = [];
  tab.on('requestfinished', (request) => requests.push(request.url()));
  tab.on('requestfailed', (request) => {
    // What the page's own policy stops never leaves the browser.
    if (request.failure()?.errorText !== 'csp') requests.push(request.url());
  });
  await tab.goto(pathToFileURL(file).href);
  return { tab, requests, complaints };
};
