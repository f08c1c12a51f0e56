import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { introducePeople, keys } from '../../src/cli/demo/people.ts';
import { weakening } from '../../src/cli/demo/weaken.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { sandboxRegion } from '../../src/cli/deployed/sandbox-settings.ts';
import { commandViews, placeView } from '../../src/cli/page/page-place.ts';
import { type RunningPage, startPage } from '../../src/cli/page/start-page.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChromium } from './find-chromium.ts';

/** No sandbox of its own, since these run as root in containers; nothing that calls home; a profile that is new each time. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;

const theBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({
    executablePath: findChromium(process.env.PATH ?? '') ?? '',
    args: flags,
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

/** A sandbox with Lifeguard in it and its page, as `lifeguard sandbox` starts them. */
export interface Watched {
  readonly sandbox: Sandbox;
  readonly page: RunningPage;
  readonly client: CognitoIdentityProviderClient;
  /** Creates a pool like a team's, with these settings in place of its own. */
  readonly createPool: (settings?: Partial<CreateUserPoolCommandInput>) => Promise<string>;
  /** Weakens such a pool in five places, by the real SDK. */
  readonly weaken: (id: string) => Promise<void>;
}

/** @param accessKeyId who calls */
export const aWatchedSandbox = async (port = 0, accessKeyId: string = keys.developer): Promise<Watched> => {
  const sandbox = await startSandbox({ homeRegion: sandboxRegion });
  onTestFinished(() => sandbox.close());
  introducePeople(sandbox);
  const loaded = await loadPolicies('policies');
  if (loaded.kind === 'mistakes') throw new Error('The policies have mistakes.');
  const { policies } = loaded;
  let pool = 'eu-west-1_AbCdEf123';
  const page = await startPage(sandbox, policies, port, {
    place: placeView(sandbox, policies),
    commands: () => commandViews({ url: sandbox.url, pool, ledger: '/tmp/ledger' }),
  });
  onTestFinished(() => page.close());
  const ledgers = memoryLedger({ leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses });
  await deployInto({ sandbox, policies, ledgers, onOutcome: page.outcome });
  const client = new CognitoIdentityProviderClient({
    endpoint: sandbox.url,
    region: sandboxRegion,
    credentials: { accessKeyId, secretAccessKey: 'sandbox' },
  });
  return {
    sandbox,
    page,
    client,
    createPool: async (settings) => {
      const { UserPool } = await client.send(new CreateUserPoolCommand({ ...aRealisticPool, ...settings }));
      pool = UserPool?.Id ?? '';
      await sandbox.settled();
      return pool;
    },
    weaken: async (id) => {
      await client.send(new UpdateUserPoolCommand(weakening(id)));
    },
  };
};

export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** The page in a browser, with all that it asked for and complained of. */
export interface Opened {
  readonly tab: Page;
  /** The addresses of all its requests. */
  readonly requests: readonly string[];
  /** Dialogs, errors and refusals of the content security policy. */
  readonly complaints: readonly string[];
}

/** Opens a view of the page and waits until it is live. */
export const open = async (
  { page }: Pick<Watched, 'page'>,
  view = '',
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const context = await (await theBrowser()).newContext({ viewport: laptop, ...options });
  onTestFinished(() => context.close());
  const tab = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  tab.on('dialog', async (dialog) => {
    complaints.push(`A dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await tab.goto(`${page.url}/${view}`);
  await tab.locator('#live[data-live=live]').waitFor();
  return { tab, requests, complaints };
};
