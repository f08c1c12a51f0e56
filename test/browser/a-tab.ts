import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { browserFlags } from './browser-flags.ts';
import { findChromium } from './find-chromium.ts';

let browser: Promise<Browser> | undefined;

const theBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({
    executablePath: findChromium(process.env.PATH ?? '') ?? '',
    args: browserFlags,
    ignoreDefaultArgs: ['--headless=old'],
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

export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A tab, with what what is open in it complains of. */
export interface Tab {
  readonly tab: Page;
  /** Dialogs, errors and refusals of the content security policy. */
  readonly complaints: readonly string[];
}

/** An empty tab that ends with the test. */
export const aTab = async (options: BrowserContextOptions): Promise<Tab> => {
  const context = await (await theBrowser()).newContext({ viewport: laptop, ...options });
  onTestFinished(() => context.close());
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  tab.on('dialog', async (dialog) => {
    complaints.push(`A dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return { tab, complaints };
};
