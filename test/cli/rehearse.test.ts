import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { omissionSchema } from '../../src/cli/rehearsal/omission-schema.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { finished, runCli, startCli, towards } from '../support/run-cli.ts';
import { aFolderWith } from './a-cli-world.ts';

const anEmptyAccount = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1', ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
};

const createPool = async (sandbox: Sandbox, settings: CreateUserPoolCommandInput): Promise<void> => {
  const client = new CognitoIdentityProviderClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });
  await client.send(new CreateUserPoolCommand(settings));
};

/** A rehearsal that waits for a record which never comes. */
const waiting = async (sandbox: Sandbox) => {
  const child = startCli(['rehearse', '--yes'], towards(sandbox.url));
  const run = finished(child);
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('It ended before it waited.')));
    const isAsked = setInterval(() => {
      if (!sandbox.calls.some(({ operation }) => operation === 'LookupEvents')) return;
      clearInterval(isAsked);
      resolve();
    }, 20);
    onTestFinished(() => clearInterval(isAsked));
  });
  return { child, run };
};

const never = 2 ** 40;

describe('a rehearsal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('that is interrupted by %s deletes its pool', async (signal) => {
    const sandbox = await anEmptyAccount({ historyDelay: never });
    const { child, run } = await waiting(sandbox);

    child.kill(signal);

    const { exit, stdout, stderr } = await run;
    expect(sandbox.pools.all()).toEqual([]);
    expect(stdout).toMatch(/Deleted: pool eu-west-1_\w+\.\n$/);
    expect(stderr).toContain('Stopped.');
    expect(exit).toBe(1);
  });

  it('that was killed leaves a pool which is named by the next one, and deleted where that is asked for', async () => {
    const sandbox = await anEmptyAccount({ historyDelay: never });
    const { child, run } = await waiting(sandbox);
    child.kill('SIGKILL');
    await run;
    const [left] = sandbox.pools.all();

    const named = await runCli(['rehearse', '--clean-up'], towards(sandbox.url));
    const kept = sandbox.pools.all().length;
    const deleted = await runCli(['rehearse', '--clean-up', '--yes'], towards(sandbox.url));

    expect(named).toMatchObject({ exit: 1, stdout: expect.stringContaining(left?.id ?? 'no pool') });
    expect(named.stderr).toContain('rehearse --clean-up --region eu-west-1');
    expect(kept).toBe(1);
    expect(deleted).toMatchObject({ exit: 0, stdout: expect.stringContaining(`Deleted: pool ${left?.id}.`) });
    expect(sandbox.pools.all()).toEqual([]);
  });

  it('touches no pool that only has the name of one, or only the tag', async () => {
    const sandbox = await anEmptyAccount();
    const tags = { 'cognito-lifeguard-rehearsal': 'an-id' };
    await createPool(sandbox, { PoolName: 'lifeguard-rehearsal-an-id' });
    await createPool(sandbox, { PoolName: 'lifeguard-rehearsal-another-id', UserPoolTags: tags });
    await createPool(sandbox, { PoolName: 'checkout-production', UserPoolTags: tags });
    const before = sandbox.pools.all();

    const cleaned = await runCli(['rehearse', '--clean-up', '--yes'], towards(sandbox.url));
    const rehearsed = await runCli(['rehearse', '--yes', '--no-wait'], towards(sandbox.url));

    expect([cleaned.exit, rehearsed.exit]).toEqual([0, 0]);
    expect(sandbox.pools.all()).toEqual(before);
  });

  it('deletes no leftover for --yes alone', async () => {
    const sandbox = await anEmptyAccount();
    await createPool(sandbox, {
      PoolName: 'lifeguard-rehearsal-an-id',
      UserPoolTags: { 'cognito-lifeguard-rehearsal': 'an-id' },
    });
    const before = sandbox.pools.all();

    const run = await runCli(['rehearse', '--yes', '--no-wait'], towards(sandbox.url));

    expect(sandbox.pools.all()).toEqual(before);
    expect(run.stdout).toContain('Left by an earlier rehearsal: lifeguard-rehearsal-an-id');
  });

  it('that may not weaken its pool says which action is missing, and deletes the pool all the same', async () => {
    const sandbox = await anEmptyAccount();
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool', times: 1 });

    const run = await runCli(['rehearse', '--yes', '--no-wait'], towards(sandbox.url));

    expect(run).toMatchObject({ exit: 3, stderr: expect.stringContaining('cognito-idp:UpdateUserPool') });
    expect(run.stdout).toMatch(/Deleted: pool/);
    expect(sandbox.pools.all()).toEqual([]);
  });
});

describe('what a rehearsal measures', () => {
  it.each([
    ['documented', { Policies: 'reset', MfaConfiguration: 'reset', UserPoolTier: 'kept' }],
    ['measured', { Policies: 'kept', MfaConfiguration: 'kept', UserPoolTier: 'kept' }],
    ['worst', { Policies: 'reset', MfaConfiguration: 'reset', UserPoolTier: 'refused' }],
  ] as const)('is what the sandbox does by its reading "%s"', async (semantics, expected) => {
    const sandbox = await anEmptyAccount({ semantics });
    const folder = await aFolderWith({}, onTestFinished);
    const output = join(folder, 'omission.json');

    const run = await runCli(
      ['rehearse', '--yes', '--measure', '--no-wait', '--output', output],
      towards(sandbox.url),
    );

    const { members } = omissionSchema.parse(JSON.parse(await readFile(output, 'utf8')));
    const seen = Object.fromEntries(members.map(({ member, seen }) => [member, seen]));
    expect(run.exit).toBe(0);
    expect(seen).toMatchObject({ ...expected, UserPoolTags: 'reset', DeletionProtection: 'reset' });
    expect(sandbox.pools.all()).toEqual([]);
  });
});
