import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model/report-model.ts';
import { type Trend, type TrendDay, trendDays } from '../model/trend.ts';

const kinds = [
  ['putRight', 'Put right', 'settings that Lifeguard set back'],
  ['broughtBack', 'Brought back', 'times that somebody undid that'],
  ['debt', 'Debt, by the day it was first seen', 'violations that still stand'],
] as const;

/** What the ledger knows of the last 14 days, and what it doesn't. */
export const trend = ({ trend: known }: ReportModel): Markup => html`
<section id="trend" aria-labelledby="trend-title"><h2 id="trend-title">The last ${trendDays} days</h2>
${
  known
    ? ofLedger(known)
    : html`<p class="note"><strong>Not known.</strong> This report was made without a ledger: what was put right, what was brought back and what is debt stand only there. Where Lifeguard is deployed, the report reads its ledger by itself.</p>`
}
</section>`;

const ofLedger = (known: Trend): Markup => html`
<div class="charts">${kinds.map(([kind, title, what]) => chart(known.days, kind, title, what))}</div>
<p class="note">${
  known.unknown > 0
    ? `Something is remembered of ${known.remembered} of these pools; of ${known.unknown} nothing, since no look has ended there yet or they could not be read. `
    : ''
}${
  known.olderDebt > 0
    ? `${known.olderDebt} ${known.olderDebt === 1 ? 'violation' : 'violations'} of debt ${known.olderDebt === 1 ? 'is' : 'are'} older than these days. `
    : ''
}The ledger keeps fixes for ${trendDays} days, and no count of compliant pools by day: how many there were at an earlier time is <strong>not known</strong> here. Reports that are kept can be compared.</p>
<details class="screen"><summary>These days as a table</summary>${table(known.days)}</details>
<div class="paper">${table(known.days)}</div>`;

const table = (days: readonly TrendDay[]): Markup => html`
<div class="scroll" tabindex="0" role="region" aria-label="The last days as a table"><table><thead><tr><th scope="col">Day (UTC)</th>${kinds.map(([, title]) => html`<th scope="col" class="number">${title}</th>`)}</tr></thead>
<tbody>${days.map((each) => html`<tr><th scope="row">${each.day}</th>${kinds.map(([kind]) => html`<td class="number">${each[kind]}</td>`)}</tr>`)}</tbody></table></div>`;

const height = 56;
const step = 16;

const chart = (
  days: readonly TrendDay[],
  kind: (typeof kinds)[number][0],
  title: string,
  what: string,
): Markup => {
  const most = Math.max(1, ...days.map((each) => each[kind]));
  const total = days.reduce((sum, each) => sum + each[kind], 0);
  const bars = days.map((each, place) => {
    const tall = each[kind] === 0 ? 1 : Math.max(3, Math.round((each[kind] / most) * height));
    return html`<rect x="${place * step}" y="${height - tall}" width="${step - 4}" height="${tall}" rx="1.5" class="${each[kind] === 0 ? 'none' : kind}"><title>${each.day}: ${each[kind]}</title></rect>`;
  });
  return html`<figure><figcaption><strong>${title}</strong> <span>${total} ${what}</span></figcaption>
<svg viewBox="0 0 ${days.length * step - 4} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}: ${total} in ${days.length} days, at most ${total === 0 ? 0 : most} a day">${bars}</svg>
<p class="axis" aria-hidden="true"><span>${days[0]?.day.slice(5)}</span><span>${days.at(-1)?.day.slice(5)}</span></p></figure>`;
};
