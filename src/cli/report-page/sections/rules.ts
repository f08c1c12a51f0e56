import { html, type Markup } from '../html.ts';
import { firstDetail, holding, type MapData } from '../model/report-data.ts';
import type { ReportModel } from '../model/report-model.ts';

/** Every rule that was checked: what it asks for and why, and at how many pools it holds. */
export const rules = ({ map }: ReportModel): Markup => html`
<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">Rules</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Rules as a table"><table>
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">Requires</th><th scope="col">Why</th><th scope="col">Lifeguard</th><th scope="col" class="number">Hold</th><th scope="col" class="number">Break</th></tr></thead>
<tbody>${map.rules.map((rule, place) => {
  const { holds, breaks } = countsOf(map, place);
  return html`<tr><th scope="row"><code>${rule.id}</code><small>${rule.at}</small></th><td><span class="severity ${rule.severity}">${rule.severity}</span></td><td><code class="setting">${rule.setting}</code> ${rule.required}</td><td>${rule.why}</td><td>${rule.mode === 'remediate' ? 'puts it right' : 'tells only'}</td><td class="number">${holds}</td><td class="number${breaks > 0 ? ' bad' : ''}">${breaks}</td></tr>`;
})}</tbody></table></div>
</section>`;

const countsOf = ({ pools, details }: MapData, place: number) => {
  const cells = pools.map((pool) => pool.cells[place] ?? 0);
  return {
    holds: cells.filter((cell) => cell === holding).length,
    breaks: cells.filter((cell) => {
      const state = details[cell - firstDetail]?.state;
      return state !== undefined && state !== 'exempted';
    }).length,
  };
};
