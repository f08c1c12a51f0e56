import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, watch } from 'node:fs';
import { createServer } from 'node:net';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { doctorSchema } from '../../src/cli/doctor/doctor-schema.ts';
import { finished, runCli, startCli, towards } from '../support/run-cli.ts';
import { aFolderWith } from './a-cli-world.ts';
import { exampleArguments } from './example-in-help.ts';

/** Resolves with the first match in what the command prints; rejects where it ends without one. */
const printed = (child: ChildProcess, form: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      const found = form.exec(text);
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(`It ended without ${form}, after: ${text}`)));
  });

const address =
  /AWS on loopback: (http:\/\/127\.0\.0\.1:\d+), .+ the pool (eu-west-1_\w+) in it[\s\S]+in a browser: (\S+)\n[\s\S]+LIFEGUARD_LEDGER=(\S+)\n/;

const aRunningSandbox = async (args: readonly string[] = ['sandbox']) => {
  // On free ports, whatever else runs.
  const child = startCli([...args, '--port', '0']);
  const run = finished(child);
  const [, url = '', id = '', page = '', ledger = ''] = await printed(child, address);
  const client = new CognitoIdentityProviderClient({
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });
  return { child, run, url, id, page, ledger, client };
};

describe('the sandbox command', () => {
  it('prints its address and the pool in it, and answers there', async () => {
    const { id, client } = await aRunningSandbox();

    const { UserPools } = await client.send(new ListUserPoolsCommand({ MaxResults: 60 }));

    expect(UserPools).toMatchObject([{ Id: id, Name: 'checkout-production' }]);
  });

  it('keeps what was measured to be kept, and no more, as the example in its help asks', async () => {
    const { id, client } = await aRunningSandbox(exampleArguments('lifeguard sandbox'));

    await client.send(new UpdateUserPoolCommand({ UserPoolId: id, AutoVerifiedAttributes: ['email'] }));

    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: id }));
    expect([UserPool?.SmsConfiguration?.SnsRegion, UserPool?.LambdaConfig]).toEqual(['eu-west-1', {}]);
  });

  it('puts right what is weakened in it, and shows who called what and whom it tells', async () => {
    const { id, client, child } = await aRunningSandbox();
    const event = printed(
      child,
      /\nUpdateUserPool by Developer\/on-call .+\ncheckout-production .+remediated\n[\s\S]+→ Mail to security@example\.com: .+\n {2}→ Slack #security: /,
    );

    await client.send(
      new UpdateUserPoolCommand({ UserPoolId: id, Policies: { PasswordPolicy: { MinimumLength: 8 } } }),
    );

    await event;
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: id }));
    expect(UserPool?.Policies?.PasswordPolicy).toMatchObject({ MinimumLength: 14, RequireSymbols: true });
  });

  it('keeps what it remembers where commands in another terminal find it, and removes that at its end', async () => {
    const { id, url, client, child, run, ledger } = await aRunningSandbox();
    const written = printed(child, / lifeguard undo ([0-9a-f-]{36})\n/);
    await client.send(
      new UpdateUserPoolCommand({ UserPoolId: id, Policies: { PasswordPolicy: { MinimumLength: 8 } } }),
    );
    const [, outcome = ''] = await written;
    const told = printed(child, /Not fixed[\s\S]+checkout-production/);

    const undone = await runCli(['undo', outcome, '--yes'], { ...towards(url), LIFEGUARD_LEDGER: ledger });

    expect(undone).toMatchObject({ exit: 0, stdout: expect.stringContaining('MinimumLength is 8') });
    await told;
    child.kill('SIGTERM');
    await run;
    expect(existsSync(ledger)).toBe(false);
  });

  it('prints the address of a page that shows what happens, and with --messages what people get, whole', async () => {
    const { id, client, page, child } = await aRunningSandbox(['sandbox', '--messages']);
    const mail = printed(child, /┌─ Mail [\s\S]+┌─ Slack/);
    await client.send(
      new UpdateUserPoolCommand({ UserPoolId: id, Policies: { PasswordPolicy: { MinimumLength: 8 } } }),
    );
    await mail;

    const html = await (await fetch(page)).text();
    const state = await (await fetch(`${page}/state.json`)).json();

    expect(html).toContain('<title>Lifeguard sandbox</title>');
    expect(state).toMatchObject({
      pools: [{ id }],
      mails: [
        { to: 'security@example.com', subject: expect.stringContaining('Fixed') },
        { subject: expect.stringContaining('Policies in force') },
      ],
      chats: [{}, {}],
    });
  });

  it('is found whole by doctor after a change, but for the end of the sweep that it began with', async () => {
    const { id, client, child, url, ledger } = await aRunningSandbox();
    const looked = printed(child, /\nUpdateUserPool by Developer/);
    await client.send(
      new UpdateUserPoolCommand({ UserPoolId: id, Policies: { PasswordPolicy: { MinimumLength: 8 } } }),
    );
    await looked;
    const environment = { ...towards(url), LIFEGUARD_LEDGER: ledger };

    const examine = async () => {
      const examined = await runCli(['doctor', '--format', 'json'], environment);
      const { checks } = doctorSchema.parse(JSON.parse(examined.stdout));
      return Object.fromEntries(checks.map(({ name, state }) => [name, state]));
    };

    // The newest change is Lifeguard's own, whose event is still on its way when the first block is printed.
    await vi.waitFor(async () => expect((await examine()).events).toBe('ok'), { timeout: 15_000 });

    expect(await examine()).toEqual({
      deployment: 'ok',
      trail: 'ok',
      'trail us-east-1': 'ok',
      rules: 'ok',
      forwarders: 'ok',
      tampering: 'ok',
      'dead letters': 'ok',
      subscriptions: 'ok',
      'Amazon Q': 'ok',
      roles: 'ok',
      events: 'ok',
      'events us-east-1': 'ok',
      sweeps: 'unknown',
      pauses: 'ok',
      policies: 'ok',
    });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s with exit status 0 and no complaint',
    async (signal) => {
      const { child, run } = await aRunningSandbox();

      child.kill(signal);

      expect(await run).toMatchObject({ stderr: '', exit: 0 });
    },
  );

  it('leaves no folder behind where it is interrupted before it is up', async () => {
    const folder = await aFolderWith({}, onTestFinished);
    const watcher = watch(folder);
    onTestFinished(() => watcher.close());
    const made = once(watcher, 'change');
    const child = startCli(['sandbox', '--port', '0'], { TMPDIR: folder });
    const run = finished(child);
    await made;

    child.kill('SIGINT');

    expect(await run).toMatchObject({ stderr: '', exit: 0 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no folder behind where it is interrupted again while it ends', async () => {
    const { child, run, ledger } = await aRunningSandbox();

    child.kill('SIGINT');
    child.kill('SIGTERM');

    expect(await run).toMatchObject({ stderr: '' });
    expect(existsSync(ledger)).toBe(false);
  });

  it.each(['--port', '--page-port'])('says in one line that %s is taken, and names it', async (option) => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    await once(server, 'listening');
    const { port } = server.address() as { port: number };

    const run = await finished(startCli(['sandbox', '--port', '0', option, String(port)]));

    expect(run).toEqual({
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is taken. Name another with ${option}; 0 takes a free one.\n`,
      exit: 2,
    });
  });
});
