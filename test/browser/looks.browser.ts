import { describe, expect, it } from 'vitest';
import { aWatchedSandbox, open, type Watched } from './a-page.ts';
import { endBrowser, laptop, phone } from './a-tab.ts';
import { faintText } from './faint-text.ts';

endBrowser();

const views = ['#timeline', '#settings', '#mail', '#slack'] as const;

/** Something good, bad and left in every view. */
const aFullSandbox = async (): Promise<Watched> => {
  const watched = await aWatchedSandbox();
  const id = await watched.createPool();
  await watched.weaken(id);
  await watched.sandbox.settled();
  await watched.createPool({
    PoolName: 'legacy-app',
    UserPoolTier: 'ESSENTIALS',
    UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
    DeletionProtection: 'INACTIVE',
    Policies: { PasswordPolicy: { MinimumLength: 8 } },
  });
  return watched;
};

const looks = [
  { colorScheme: 'light', viewport: laptop },
  { colorScheme: 'dark', viewport: laptop },
  { colorScheme: 'light', viewport: phone },
  { colorScheme: 'dark', viewport: phone },
] as const;

describe('the page', () => {
  it.each(looks)(
    'has a contrast of AA for all text, $colorScheme, $viewport.width wide',
    async ({ colorScheme, viewport }) => {
      const watched = await aFullSandbox();
      for (const view of views) {
        const { tab } = await open(watched, view, { colorScheme, viewport, reducedMotion: 'reduce' });
        await tab.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
        });
        await tab.locator('#timeline-quiet').evaluate((box: HTMLInputElement) => box.click());

        const { faint, texts } = await tab.evaluate(faintText);

        expect({ view, faint }).toEqual({ view, faint: [] });
        expect(texts).toBeGreaterThan(60);
      }
    },
  );

  it.each(views)('is no wider than a phone in %s', async (view) => {
    const watched = await aFullSandbox();
    const { tab } = await open(watched, view, { viewport: phone, isMobile: true });
    await tab.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });

    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });

  it('wears the colours that a person chose, and remembers them', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched, '', { colorScheme: 'light' });
    const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();

    await tab.getByRole('radio', { name: 'Dark' }).check();
    const dark = await ground();
    await tab.reload();

    expect([light, dark]).toEqual(['rgb(245, 246, 248)', 'rgb(14, 18, 23)']);
    expect(await ground()).toBe(dark);
    expect(await tab.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  });

  it('moves nothing for whoever wants less motion', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    const { tab } = await open(watched, '', { reducedMotion: 'reduce' });
    await watched.weaken(id);
    const added = tab.locator('.entry.new.good');
    await added.waitFor();

    expect(await added.evaluate((entry) => getComputedStyle(entry).animationName)).toBe('none');
  });

  it('has one heading of the first order, and a named landmark for each part', async () => {
    const watched = await aFullSandbox();
    const { tab } = await open(watched);

    expect(await tab.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const landmark of ['banner', 'navigation', 'main'] as const)
      expect(await tab.getByRole(landmark).count()).toBe(1);
    expect(await tab.getByRole('region', { name: 'Timeline' }).count()).toBe(1);
    expect(await tab.getByRole('region', { name: 'Settings' }).count()).toBe(1);
    expect(await tab.locator('html').getAttribute('lang')).toBe('en');
  });
});
