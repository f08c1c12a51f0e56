import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { reportFiles } from '../src/cli/report-page/report-files.ts';
import { reportHtml } from '../src/cli/report-page/report-html.ts';
import { browserFlags } from '../test/browser/browser-flags.ts';
import { findChromium } from '../test/browser/find-chromium.ts';
import { aReport } from '../test/support/a-report.ts';

// How big the report of ten thousand pools and about thirty rules is, and, where Chromium is there, how it opens and scrolls.
const count = Number(process.argv[2] ?? 10_000);
const milliseconds = (since: number): string => `${Math.round(performance.now() - since)} ms`;

let began = performance.now();
const model = await aReport({ count, folders: ['policies', 'policies/examples'] });
console.log(`${count} pools x ${model.map.rules.length} rules judged in ${milliseconds(began)}`);
began = performance.now();
const text = reportHtml(model, await reportFiles());
const file = join(tmpdir(), 'lifeguard-report-bench.html');
await writeFile(file, text);
console.log(
  `made in ${milliseconds(began)}: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, ${model.map.details.length} details, ${file}`,
);

const executablePath = findChromium(process.env.PATH ?? '');
if (executablePath === undefined) console.log('Chromium isn’t there: not opened.');
else {
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  began = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.locator('.rows .row').first().waitFor();
  console.log(`opened in ${milliseconds(began)}`);
  const frames = await page
    .locator('.map')
    .evaluate(async (map: { scrollTop: number; scrollHeight: number }) => {
      const times: number[] = [];
      const steps = 120;
      for (let step = 0; step < steps; step += 1) {
        const before = performance.now();
        map.scrollTop = (map.scrollHeight / steps) * step;
        await new Promise((resolve) => globalThis.setTimeout(resolve, 0));
        await new Promise((resolve) =>
          (
            globalThis as unknown as { requestAnimationFrame: (done: (time: number) => void) => void }
          ).requestAnimationFrame(resolve),
        );
        times.push(performance.now() - before);
      }
      return times.sort((left, right) => left - right);
    });
  const at = (share: number): number => Math.round(frames[Math.floor((frames.length - 1) * share)] ?? 0);
  console.log(`scrolled from top to end in 120 jumps: a frame takes ${at(0.5)} ms, at worst ${at(1)} ms`);
  await browser.close();
}
