import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aReport } from '../support/a-report.ts';
import { openReport } from './a-report-page.ts';
import { endBrowser } from './a-tab.ts';

endBrowser();

/** What axe-core finds against WCAG 2 A and AA and its own best practices, by rule and element. */
const axeFindings = async (tab: Page): Promise<readonly string[]> => {
  await tab.evaluate(axe.source);
  return tab.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      readonly axe: {
        run: () => Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await runner.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`),
    );
  });
};

const hostile = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '<!--<script>',
  'events\u202e\u2028\u0000 <!channel>',
  '"><svg onload=alert(3)>',
];

const focused = (tab: Page): Promise<string> =>
  tab.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

describe('a report', () => {
  it('opens from a file, asks for nothing else and complains of nothing', async () => {
    const { tab, requests, complaints } = await openReport(await aReport({ count: 40 }));

    await tab.locator('.rows .row').first().waitFor();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatch(/^file:/);
    expect(complaints).toEqual([]);
  });

  it('lets nothing run that is not its own: an element put in by somebody asks for nothing', async () => {
    const { tab, requests, complaints } = await openReport(await aReport({ count: 3 }));

    const isRun = await tab.evaluate(async () => {
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      document.body.append(image, script);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return 'foreign' in window;
    });

    expect(isRun).toBe(false);
    expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
    expect(complaints.join('\n')).toContain('Content Security Policy');
  });

  it('shows hostile names as text, in the map, in what opens and on paper', async () => {
    const { tab, complaints } = await openReport(
      await aReport({ count: hostile.length, nameOf: (index) => hostile[index] }),
    );

    const names = await tab.locator('.rows .pool').allTextContents();
    for (const row of await tab.locator('.rows .name').all()) {
      await row.click();
      await tab.keyboard.press('Escape');
    }
    await tab.emulateMedia({ media: 'print' });
    await tab.locator('#paper tbody tr').first().waitFor({ state: 'attached' });

    expect(names).toContain('<img src=x onerror=alert(1)>');
    expect(names).toContain('</script><script>alert(2)</script>');
    expect(names).toContain('events[U+202E][U+2028][U+0000] <!channel>');
    expect(await tab.locator('img, svg[onload]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'is clean by axe, %s, also when a cell is open',
    async (colorScheme) => {
      const { tab } = await openReport(await aReport({ count: 60, unreadableEach: 30 }), { colorScheme });
      await tab.locator('.rows .row').first().waitFor();
      const closed = await axeFindings(tab);
      await tab.locator('.cell .refused').first().click();
      const open = await axeFindings(tab);

      expect(closed).toEqual([]);
      expect(open).toEqual([]);
    },
  );

  it('is walked by arrow keys; Enter opens, Escape closes, and the focus is where it was', async () => {
    const { tab } = await openReport(await aReport({ count: 60 }));
    await tab.locator('[role=grid] [tabindex="0"]').focus();

    await tab.keyboard.press('ArrowDown');
    for (let step = 0; step < 3; step += 1) await tab.keyboard.press('ArrowRight');
    const before = await focused(tab);
    await tab.keyboard.press('Enter');
    const title = await focused(tab);
    await tab.keyboard.press('Escape');

    expect(before).toMatch(/^threat-protection: /);
    expect(title).toContain('threat-protection');
    expect(await tab.locator('dialog').isVisible()).toBe(false);
    expect(await focused(tab)).toBe(before);
  });

  it('goes to its ends by Ctrl+End and Ctrl+Home, and to the names of rules above them', async () => {
    const { tab } = await openReport(await aReport({ count: 300 }));
    await tab.locator('[role=grid] [tabindex="0"]').focus();
    const row = () =>
      tab.evaluate(() => document.activeElement?.parentElement?.getAttribute('aria-rowindex'));

    await tab.keyboard.press('Control+End');
    const last = await row();
    await tab.keyboard.press('Control+Home');
    const first = await row();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('End');
    await tab.keyboard.press('Enter');

    expect([last, first]).toEqual(['301', '2']);
    expect(await tab.locator('#opened-title').textContent()).toContain('tagged');
  });

  it('opens a cell to what was found, what is required, what would change and who owns it', async () => {
    const { tab } = await openReport(await aReport({ count: 60 }));

    await tab.locator('.cell[aria-label="mfa-offered: high violation"]').first().click();

    const text = (await tab.locator('dialog').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('Found OFF');
    expect(text).toContain('Required at least OPTIONAL');
    expect(text).toMatch(/Would change MfaConfiguration OFF → OPTIONAL/);
    expect(text).toMatch(/Owner of the pool \S+-team \(by its tags\)/);
    expect(text).toContain('FSBP Cognito.5');
  });

  it('opens a refused cell to what to do, and an exempted one to its end', async () => {
    const { tab } = await openReport(await aReport({ count: 60 }));

    await tab.locator('.cell .refused').first().click();
    const refused = await tab.locator('dialog').innerText();
    await tab.keyboard.press('Escape');
    await tab.locator('#show').selectOption('exempted');
    await tab.locator('.cell .exempted').first().click();
    const exempted = await tab.locator('dialog').innerText();

    expect(refused).toContain('What to do: Move the pool to PLUS');
    expect(exempted).toMatch(/until 2026-12-20, ticket SEC-412/);
  });

  it('finds pools by name, owner, rule and standing, and says how many', async () => {
    const model = await aReport({ count: 64, unreadableEach: 32 });
    const { tab } = await openReport(model);
    const shown = () => tab.locator('#shown').textContent();

    await tab.locator('#find').fill('Payments-Team');
    const byOwner = await tab.locator('.rows .name').allTextContents();
    await tab.locator('#find').fill('');
    await tab.locator('#show').selectOption('compliant');
    const compliant = await shown();
    await tab.locator('#show').selectOption('unread');
    const unread = await shown();
    await tab.locator('#find').fill('no such pool');

    expect(byOwner.length).toBeGreaterThan(0);
    expect(byOwner.every((name) => name.includes('payments'))).toBe(true);
    expect(compliant).toBe(`${model.totals.compliant} of 64 pools`);
    expect(unread).toBe('2 of 64 pools');
    expect(await shown()).toBe('0 of 64 pools');
  });

  it('scrolls through 2,000 pools with few rows drawn', async () => {
    const { tab } = await openReport(await aReport({ count: 2000 }));
    const map = tab.locator('.map');
    const last = (await tab.evaluate(
      () =>
        (
          JSON.parse(document.getElementById('data')?.textContent ?? '') as { pools: { id: string }[] }
        ).pools.at(-1)?.id,
    )) as string;

    await map.evaluate((each) => {
      each.scrollTop = each.scrollHeight;
    });
    await tab.locator('.rows .name', { hasText: last }).waitFor();

    expect(await map.getAttribute('aria-rowcount')).toBe('2001');
    expect(await tab.locator('.rows .row').count()).toBeLessThan(60);
  });

  it('prints the map and every finding on white, whatever the screen wears', async () => {
    const model = await aReport({ count: 30 });
    const { tab } = await openReport(model, { colorScheme: 'dark' });

    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await tab.locator('#paper tbody tr').first().waitFor();

    expect(await tab.locator('#paper .printed tbody tr').count()).toBe(30);
    expect(await tab.locator('#paper .of-pool').count()).toBeGreaterThan(model.totals.violating - 1);
    expect(await tab.locator('.filters').isVisible()).toBe(false);
    expect(await tab.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(24, 32, 43)');
    expect(await axeFindings(tab)).toEqual([]);
  });

  it('is no wider than a phone', async () => {
    const viewport = { width: 390, height: 844 };
    const { tab } = await openReport(await aReport({ count: 30 }), { viewport, isMobile: true });
    await tab.locator('.rows .row').first().waitFor();

    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });

  it('tells its figures, controls and rules where scripts are off', async () => {
    const model = await aReport({ count: 10 });
    const { tab } = await openReport(model, { javaScriptEnabled: false });

    const text = await tab.locator('body').innerText();

    expect(text).toContain(model.sentence);
    expect(text).toContain('The map and its details need scripts');
    expect(text).toContain('Cognito.3');
  });

  it('says that the past is not known without a ledger, and that there are no pools where there are none', async () => {
    const { tab } = await openReport(await aReport({ count: 0, hasLedger: false }));

    const text = await tab.locator('body').innerText();

    expect(text).toContain('No user pool was found.');
    expect(text).toContain('This report was made without a ledger');
    expect(await axeFindings(tab)).toEqual([]);
  });
});
