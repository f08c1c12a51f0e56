import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';
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
import { aTab, type Tab } from './a-tab.ts';

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
    commands: () => commandViews({ url: sandbox.url, pool, ledger: '.lifeguard' }),
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

/** The page in a browser, with all that it asked for and complained of. */
export interface Opened extends Tab {
  /** The addresses of all its requests. */
  readonly requests: readonly string[];
}

/** Opens a view of the page and waits until it is live. */
export const open = async (
  { page }: Pick<Watched, 'page'>,
  view = '',
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const { tab, complaints } = await aTab(options);
  const requests: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  await tab.goto(`${page.url}/${view}`);
  await tab.locator('#live[data-live=live]').waitFor();
  return { tab, requests, complaints };
};
