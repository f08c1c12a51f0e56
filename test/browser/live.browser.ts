import {
  CreateUserPoolClientCommand,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { aWatchedSandbox, open } from './a-page.ts';
import { endBrowser } from './a-tab.ts';

endBrowser();

describe('the page of the sandbox', () => {
  it('shows a weakening, who made it and that it was put right, without being loaded again', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab, complaints } = await open(watched);

    await watched.weaken(id);

    const fixed = tab.locator('.entry.good', { hasText: /Put right in \d+\.\d s/ });
    await fixed.waitFor();
    await expect(fixed.textContent()).resolves.toContain('after UpdateUserPool by Developer/on-call');
    await expect(fixed.locator('li.put-right', { hasText: 'MinimumLength' }).textContent()).resolves.toMatch(
      /8 → {2}to 14 must be at least 14/,
    );
    const change = tab.locator('.entry.somebody', { hasText: 'UpdateUserPool' });
    await expect(change.textContent()).resolves.toMatch(/Developer\/on-call called UpdateUserPool/);
    await expect(change.locator('.moves li').count()).resolves.toBe(5);
    await expect(tab.locator('.entry.lifeguard').textContent()).resolves.toContain('Lifeguard called');
    expect(complaints).toEqual([]);
  });

  it('tells whoever doesn’t see it what came in', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab } = await open(watched);

    await watched.weaken(id);

    const announcer = tab.locator('#announcer[role=status]');
    await tab.waitForFunction(() =>
      document.querySelector('#announcer')?.textContent?.startsWith('Put right'),
    );
    expect(await announcer.textContent()).toMatch(/^Put right in \d\.\d s, pool checkout-production$/);
  });

  it('says of what can’t be put right why, and what a person must do', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);

    await watched.createPool({
      PoolName: 'legacy-app',
      UserPoolTier: 'ESSENTIALS',
      UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
      Policies: { PasswordPolicy: { MinimumLength: 14 } },
    });

    const refusal = tab.locator('.entry:not([hidden]) .refusal').first();
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/Refused: needs-tier .+Do: Move the pool to PLUS/);
  });

  it('says of a call that AWS refused what AWS answered', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);

    await expect(watched.createPool({ PoolName: '' })).rejects.toThrow();

    const refused = tab.locator('.entry.bad', { hasText: 'CreateUserPool' });
    await refused.waitFor();
    expect(await refused.textContent()).toContain('AWS answered InvalidParameterException');
  });

  it('has the mail and the chat message, one thread for a pool', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab } = await open(watched, '#mail');
    await watched.weaken(id);
    await tab.locator('.letter').waitFor();
    await watched.client.send(new CreateUserPoolClientCommand({ UserPoolId: id, ClientName: 'mobile' }));

    await tab.locator('.mail-list li').nth(1).waitFor();
    const letter = await tab.locator('.letter').textContent();
    await tab.getByRole('button', { name: /Fixed in sandbox/ }).click();
    const older = await tab.locator('.letter').textContent();
    await tab.getByRole('link', { name: /Slack/ }).click();

    expect(letter).toMatch(
      /\[LOW\] Changed in sandbox: checkout-production, .+app client.+To ?security@example\.com/,
    );
    expect(older).toMatch(/\[HIGH\] Fixed in sandbox: 5 settings of checkout-production.+found {5}8/s);
    await expect(tab.locator('.thread').count()).resolves.toBe(1);
    await expect(tab.locator('.thread > .message h3').textContent()).resolves.toBe(
      '[HIGH] Fixed in sandbox: 5 settings of checkout-production',
    );
    await expect(tab.locator('.replies').textContent()).resolves.toBe('1 reply');
    await expect(tab.locator('.replied .message code', { hasText: id }).first().isVisible()).resolves.toBe(
      true,
    );
    await expect(tab.locator('.message a').count()).resolves.toBe(0);
  });

  it('keeps the mail open that a person opened, whatever comes in', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab } = await open(watched, '#mail');
    await watched.weaken(id);
    await tab.getByRole('button', { name: /Fixed in sandbox/ }).click();

    await watched.client.send(new CreateUserPoolClientCommand({ UserPoolId: id, ClientName: 'mobile' }));

    await tab.locator('.mail-list li').nth(1).waitFor();
    expect(await tab.locator('.letter h3').textContent()).toContain('Fixed in sandbox');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain('Fixed in sandbox');
  });

  it('marks the settings that changed, with what was found, what is now, and who', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab } = await open(watched, '#settings');

    await watched.weaken(id);

    const row = tab.locator('tr.fresh', { hasText: 'PasswordPolicy.MinimumLength' });
    await row.locator('.moved.lifeguard').waitFor();
    expect(await row.locator('.moved').allTextContents()).toEqual([
      expect.stringMatching(/^8 → {2}to 14Lifeguard \d\d:\d\d:\d\d$/),
      expect.stringMatching(/^14 → {2}to 8Developer\/on-call \d\d:\d\d:\d\d$/),
    ]);
    expect(await row.locator('.value').textContent()).toBe('14');
    expect(await row.locator('.rule').textContent()).toMatch(/at least 14password-minimum-length high/);
    expect(await tab.locator('tr.fresh').count()).toBe(5);
    const inOrder = await tab
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((each) => each.querySelector('.rule') !== null));
    expect(inOrder.indexOf(false)).toBe(14);
  });

  it('shows of a pool that is gone nothing but what happened', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool({ DeletionProtection: 'INACTIVE' });
    const { tab } = await open(watched);
    await tab.locator('.settings').waitFor();

    await watched.client.send(new DeleteUserPoolCommand({ UserPoolId: id }));

    await tab.getByText('There is no pool in the sandbox').waitFor();
    expect(await tab.locator('.entry', { hasText: 'DeleteUserPool' }).first().textContent()).toContain(
      'checkout-production',
    );
  });

  it('says that the sandbox has ended, and begins anew with the next one', async () => {
    const watched = await aWatchedSandbox();
    await watched.createPool();
    const { tab } = await open(watched);

    await watched.page.close();
    await watched.page.close();
    await tab.locator('#live[data-live=lost]').waitFor();
    const said = await tab.locator('#live').textContent();
    const next = await aWatchedSandbox(Number(new URL(watched.page.url).port));
    await next.createPool({ PoolName: 'the-next-one' });

    expect(said).toBe('Not connected: the sandbox has ended');
    await tab.locator('#live[data-live=live]').waitFor();
    await tab.locator('.entry.somebody', { hasText: 'the-next-one' }).waitFor();
    expect(await tab.locator('.entry', { hasText: 'checkout-production' }).count()).toBe(0);
  });
});
