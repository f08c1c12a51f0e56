import { describe, expect, it } from 'vitest';
import { aWatchedSandbox, open } from './a-page.ts';
import { endBrowser, phone } from './a-tab.ts';

endBrowser();

describe('the keyboard', () => {
  it.each(['', '#mail', '#slack'])(
    'reaches everything that can be used, and shows where it is, in the view %j',
    async (view) => {
      const watched = await aWatchedSandbox();
      const id = await watched.createPool();
      await watched.weaken(id);
      await watched.sandbox.settled();
      const { tab } = await open(watched, view);
      const usable = await tab.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary')];
        // Of radio buttons the chosen one is reached, and the arrows lead to the others.
        const seen = all.filter(
          (each) =>
            each.checkVisibility() &&
            !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
        );
        for (const [index, each] of seen.entries()) each.dataset.usable = String(index);
        return seen.length;
      });

      const reached = new Set<string>();
      let invisible = 0;
      for (let presses = 0; presses < usable + 12; presses += 1) {
        await tab.keyboard.press('Tab');
        const at = await tab.evaluate(() => {
          const focused = document.activeElement;
          if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
          const shown =
            focused instanceof HTMLInputElement && focused.type === 'radio'
              ? focused.nextElementSibling
              : focused;
          const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? focused);
          return {
            usable: focused.dataset.usable,
            isVisible: outlineStyle !== 'none' && outlineWidth !== '0px',
          };
        });
        if (at?.usable !== undefined) reached.add(at.usable);
        if (at && !at.isVisible) invisible += 1;
      }

      expect(usable).toBeGreaterThan(10);
      expect(reached.size).toBe(usable);
      expect(invisible).toBe(0);
    },
  );

  it('skips to the content', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched, '#mail');

    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');

    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(tab.url()).toMatch(/#mail$/);
  });

  it('changes the view, and is taken to its heading', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);

    await tab.getByRole('link', { name: 'Mail' }).press('Enter');

    await tab.locator('main[data-view=mail]').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('mail-title');
    expect(await tab.getByRole('link', { name: 'Mail' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('where there is nothing to show', () => {
  it('the page says what to type, and copies it', async () => {
    const watched = await aWatchedSandbox();
    await watched.createPool();
    const { tab } = await open(watched, '#mail', { permissions: ['clipboard-read', 'clipboard-write'] });

    const empty = tab.locator('#mail-body .empty');
    await empty.getByRole('button').click();

    await empty.getByText('Copied').waitFor();
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^aws cognito-idp update-user-pool --user-pool-id eu-west-1_\w+ --policies /);
    expect(await empty.textContent()).toContain('No mail yet');
    expect(await tab.locator('#slack-body .empty').textContent()).toContain('No message yet');
  });

  it('marks what may not be copied, for the keyboard to copy', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);
    await tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });

    await tab.getByRole('button', { name: 'Copy: Weaken the password policy' }).click();

    await tab.getByRole('button').getByText('Marked').waitFor();
    expect(await tab.evaluate(() => String(getSelection()))).toMatch(/^aws cognito-idp update-user-pool/);
  });

  it('an empty timeline and no pool say so, with the commands', async () => {
    const watched = await aWatchedSandbox();
    const { tab } = await open(watched);

    expect(await tab.locator('#timeline-empty').textContent()).toContain('Nothing has happened yet');
    expect(await tab.locator('#try').getAttribute('open')).toBe('');
    expect(await tab.locator('#settings-body').textContent()).toContain('aws cognito-idp create-user-pool');
  });
});

describe('finding things', () => {
  it('the timeline shows one pool, or all of them', async () => {
    const watched = await aWatchedSandbox();
    await watched.createPool();
    await watched.createPool({ PoolName: 'the-other-one' });
    const { tab } = await open(watched);
    const seen = () => tab.locator('.entry:visible .pool').allTextContents();
    const all = await seen();

    await tab.locator('#timeline-pool').selectOption({
      label: (await tab.locator('#timeline-pool option', { hasText: 'the-other-one' }).textContent()) ?? '',
    });

    expect(new Set(all)).toEqual(new Set(['checkout-production', 'the-other-one']));
    expect(new Set(await seen())).toEqual(new Set(['the-other-one']));
  });

  it('quiet looks are shown to whoever asks', async () => {
    const watched = await aWatchedSandbox();
    await watched.createPool();
    const { tab } = await open(watched);
    const quiet = tab.locator('.entry.quiet:visible');
    const before = await quiet.count();

    await tab.getByLabel('Quiet looks too').check();

    expect(before).toBe(0);
    expect(await quiet.allTextContents()).toEqual([expect.stringContaining('As policy requires')]);
  });

  it('settings are found by name, value and rule, and by whether they changed', async () => {
    const watched = await aWatchedSandbox();
    const id = await watched.createPool();
    await watched.weaken(id);
    await watched.sandbox.settled();
    const { tab } = await open(watched, '#settings');
    const found = async (text: string) => {
      await tab.getByLabel('Search').fill(text);
      return tab.locator('tbody tr:visible').count();
    };

    expect(await found('minimumlength')).toBe(1);
    expect(await found('recovery-order')).toBe(1);
    expect(await found('checkout-allow-list')).toBe(1);
    expect(await found('no such thing')).toBe(0);
    expect(await tab.locator('.none').textContent()).toBe('No setting like this.');
    expect(await found('')).toBeGreaterThan(70);
    await tab.getByRole('radio', { name: 'Changed' }).check();
    expect(await tab.locator('tbody tr:visible').count()).toBe(5);
    await tab.getByRole('radio', { name: 'With rules' }).check();
    expect(await tab.locator('tbody tr:visible').count()).toBe(14);
  });

  it('a phone shows one view at a time, and the address says which', async () => {
    const watched = await aWatchedSandbox();
    await watched.createPool();
    const { tab } = await open(watched, '#settings', { viewport: phone, isMobile: true });
    const visible = () => tab.locator('.view:visible h2').allTextContents();
    const first = await visible();

    await tab.getByRole('link', { name: 'Timeline' }).click();
    await tab.locator('main[data-view=timeline]').waitFor();
    const second = await visible();
    await tab.goBack();
    await tab.locator('main[data-view=settings]').waitFor();

    expect([first, second, await visible()]).toEqual([['Settings'], ['Timeline'], ['Settings']]);
  });
});
