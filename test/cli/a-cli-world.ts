import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { passwordsWith } from '../support/a-governed-pool.ts';
import type { AtEnd } from '../support/run-cli.ts';

/** The pool that the files in events/ name. */
export const poolId = 'eu-west-1_AbCdEf123';

/** What a command finds: settings in its environment, and what they lead to. */
export interface CliWorld {
  readonly environment: { readonly [name: string]: string };
  readonly sandbox?: Sandbox;
  /** What the command gets in the place of `FOLDER`. */
  readonly folder?: string;
  /** The current folder; the root of the repository, if not said. */
  readonly cwd?: string;
}

export type MakeWorld = (atEnd: AtEnd) => Promise<CliWorld>;

/** A sandbox in which that pool has these settings in place of the realistic pool's. */
export const sandboxWith = async (
  settings: Partial<CreateUserPoolCommandInput> = {},
  atEnd: AtEnd = onTestFinished,
  options: Partial<SandboxOptions> = {},
): Promise<Sandbox> => {
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: 'eu-west-1', ...options });
  atEnd(() => sandbox.close());
  const client = new CognitoIdentityProviderClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });
  await client.send(new CreateUserPoolCommand({ ...aRealisticPool, ...settings }));
  for (const pool of sandbox.pools.all()) {
    sandbox.pools.delete(pool.region, pool.id);
    sandbox.pools.put({ ...pool, id: poolId, arn: pool.arn.replace(pool.id, poolId) });
  }
  return sandbox;
};

export const weakened = passwordsWith({ MinimumLength: 8 });

export const onEssentials: Partial<CreateUserPoolCommandInput> = {
  ...passwordsWith({ MinimumLength: 8, PasswordHistorySize: 0 }),
  UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
  UserPoolTier: 'ESSENTIALS',
};

/** A folder with these files, which goes with the test. */
export const aFolderWith = async (
  files: { readonly [name: string]: string },
  atEnd: AtEnd,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  atEnd(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};
