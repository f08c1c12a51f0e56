import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import type { ReportModel } from '../../src/cli/report-page/model/report-model.ts';
import { reportFiles } from '../../src/cli/report-page/report-files.ts';
import { reportHtml } from '../../src/cli/report-page/report-html.ts';
import { browserFlags } from './browser-flags.ts';
import { findChromium } from './find-chromium.ts';

let browser: Promise<Browser> | undefined;

const theBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({
    executablePath: findChromium(process.env.PATH ?? '') ?? '',
    args: browserFlags,
  });
  return browser;
};

/** Ends the browser with the tests of a file. */
export const endBrowser = (): void => {
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
  });
};

/** A report in a browser, with all that it asked for and complained of. */
export interface OpenedReport {
  readonly tab: Page;
  /** The addresses of all requests that left it; the first is its own. */
  readonly requests: readonly string[];
  /** Dialogs, errors and refusals of the content security policy. */
  readonly complaints: readonly string[];
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
  const context = await (await theBrowser()).newContext({
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  onTestFinished(() => context.close());
  const tab = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  tab.on('requestfinished', (request) => requests.push(request.url()));
  tab.on('requestfailed', (request) => {
    // What the page's own policy stops never leaves the browser.
    if (request.failure()?.errorText !== 'csp') requests.push(request.url());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  tab.on('dialog', async (dialog) => {
    complaints.push(`A dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await tab.goto(pathToFileURL(file).href);
  return { tab, requests, complaints };
};
