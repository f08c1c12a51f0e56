import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { reportFiles } from '../src/cli/report-page/report-files.ts';
import { reportHtml } from '../src/cli/report-page/report-html.ts';
import { browserFlags } from '../test/browser/browser-flags.ts';
import { findChromium } from '../test/browser/find-chromium.ts';
import { aReport } from '../test/support/a-report.ts';
import type { Bench, Row } from './row.ts';
import { runAlone } from './run-alone.ts';

const pools = 10_000;

/** What is used of an element: this file is read without the browser's types. */
interface Box {
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}

interface ScrolledMap extends Box {
  scrollTop: number;
  readonly scrollHeight: number;
  querySelectorAll(selector: string): Iterable<Box>;
}

/** What scrolling from top to end shows: how many rows there are on the way, and milliseconds of each frame, sorted. */
const scrolled = async (executablePath: string, file: string) => {
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator('.rows .row').first().waitFor();
    return await page.locator('.map').evaluate(async (map: ScrolledMap) => {
      const isInSight = (row: Box): boolean => {
        const [place, sight] = [row.getBoundingClientRect(), map.getBoundingClientRect()];
        return place.bottom > sight.top && place.top < sight.bottom;
      };
      const frame = async (): Promise<void> => {
        await new Promise((resolve) => globalThis.setTimeout(resolve, 0));
        await new Promise((resolve) =>
          (
            globalThis as unknown as { requestAnimationFrame: (done: (time: number) => void) => void }
          ).requestAnimationFrame(resolve),
        );
      };
      const times: number[] = [];
      const steps = 120;
      let empty = 0;
      for (let step = 0; step < steps; step += 1) {
        const before = performance.now();
        map.scrollTop = (map.scrollHeight / steps) * step;
        await frame();
        times.push(performance.now() - before);
        // The page makes rows when it is told of the scrolling, which may be after this frame.
        await frame();
        if (![...map.querySelectorAll('.rows .row')].some(isInSight)) empty += 1;
      }
      return { empty, times: times.sort((left, right) => left - right) };
    });
  } finally {
    await browser.close();
  }
};

/** The report of ten thousand pools: how big it is and, where Chromium is there, whether it opens and scrolls. */
export const report: Bench = {
  name: 'report',
  run: async () => {
    const model = await aReport({ count: pools, folders: ['policies', 'policies/examples'] });
    const text = reportHtml(model, await reportFiles());
    const what = `report of ${pools.toLocaleString('en-US')} pools and ${model.map.rules.length} rules`;
    const size: Row = { what, figure: Buffer.byteLength(text) / 1e6, unit: 'MB', limit: 5 };
    const executablePath = findChromium(process.env.PATH ?? '');
    if (executablePath === undefined) return [{ ...size, note: 'Chromium isn’t there: it was not opened.' }];
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
    try {
      const file = join(folder, 'report.html');
      await writeFile(file, text);
      const { empty, times } = await scrolled(executablePath, file);
      const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
      return [
        size,
        {
          what: 'places of 120 on the way from its top to its end that show nothing after two frames',
          figure: empty,
          unit: '',
          limit: 0,
          note: `a frame takes ${Math.round(at(0.5))} ms, at worst ${Math.round(at(1))} ms`,
        },
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

await runAlone(import.meta, report);
