import { TagResourceCommand, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { aWatchedSandbox, open, type Watched } from './a-page.ts';
import { endBrowser, phone } from './a-tab.ts';

endBrowser();

const markup = '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>';
const live = '<!channel> <https://evil.example|Console> https://evil.example/ *bold* `code`';
const turning = '\u202egnirts\u202c\u0000\u001b[31m';

/** A pool and a caller of whom all is hostile that AWS lets them choose, and more. */
const aHostileSandbox = async (): Promise<Watched & { readonly id: string }> => {
  const key = 'AKIAMEDDLER';
  const watched = await aWatchedSandbox(0, key);
  const { sandbox, client } = watched;
  sandbox.identity(key, {
    type: 'AssumedRole',
    principalId: `AROAMEDDLER:${markup}`,
    arn: `arn:aws:sts::111122223333:assumed-role/Meddler/${markup}${turning}`,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::111122223333:role/${live}` },
    },
  });
  const id = await watched.createPool({
    SmsAuthenticationMessage: `${markup} {####}`.slice(0, 140),
    EmailVerificationSubject: '<b>Code</b>',
  });
  for (const PoolName of [markup, live, `${turning}${'w'.repeat(2000)}`, '<img src=x onerror=alert(1)>']) {
    sandbox.pools.overwriteSettings('eu-west-1', id, { PoolName, UserPoolTags: { [markup]: live } });
    await client.send(new TagResourceCommand({ ResourceArn: arn(id), Tags: { team: 'a' } }));
    await sandbox.settled();
  }
  return { ...watched, id };
};

const arn = (id: string): string => `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id}`;

const views = ['#timeline', '#settings', '#mail', '#slack'];

describe('whatever a pool or a caller is called', () => {
  it('it is text: no element is made of it, no dialog opens, nothing is fetched from elsewhere', async () => {
    const watched = await aHostileSandbox();
    const { tab, requests, complaints } = await open(watched);
    await watched.client
      .send(
        new UpdateUserPoolCommand({
          UserPoolId: watched.id,
          Policies: { PasswordPolicy: { MinimumLength: 8 } },
        }),
      )
      .catch(() => undefined);
    await watched.sandbox.settled();
    await tab.locator('.letter').first().waitFor({ state: 'attached' });
    await tab.locator('#timeline-quiet').check();

    for (const view of views) {
      await tab.evaluate((hash) => {
        location.hash = hash;
      }, view);
      await tab.locator(`main[data-view=${view.slice(1)}]`).waitFor();
    }

    expect(await tab.locator('main :is(img, script, iframe, b, a, [onload], [onerror])').count()).toBe(0);
    await expect(
      tab.locator('#entries .pool', { hasText: '<img src=x onerror=alert(1)>' }).count(),
    ).resolves.toBeGreaterThan(0);
    expect(await tab.locator('.thread code', { hasText: '<img src=x' }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${watched.page.url}/`))).toEqual([]);
  });

  it('characters that turn or hide text are seen as what they are', async () => {
    const watched = await aHostileSandbox();
    const { tab } = await open(watched);

    const text = await tab.locator('body').evaluate((body) => body.textContent ?? '');

    expect(text).toContain('\\u202egnirts\\u202c\\u0000\\u001b[31m');
    for (const character of turning.match(/[\p{Cc}\p{Cf}]/gu) ?? []) expect(text).not.toContain(character);
  });

  it.each(views)('nothing is wider than a phone in %s', async (view) => {
    const watched = await aHostileSandbox();
    const { tab } = await open(watched, view, { viewport: phone, isMobile: true });

    const width = await tab.evaluate(() => document.documentElement.scrollWidth);

    expect(width).toBe(phone.width);
  });

  it('the page refuses to make markup of any text, even where its script would', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);

    const refused = await tab.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>';
        return 'made';
      } catch (error) {
        return (error as Error).name;
      }
    });

    expect(refused).toBe('TypeError');
  });
});
