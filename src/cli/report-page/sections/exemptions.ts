import { html, type Markup, outside } from '../html.ts';
import type { ReportModel } from '../model/report-model.ts';

/** Every exemption that the policy files hold, whether it counts today or not. */
export const exemptions = ({ policies, facts: { madeAt } }: ReportModel): Markup => {
  const today = madeAt.slice(0, 10);
  const all = policies.exemptions.toSorted((left, right) => (left.expires < right.expires ? -1 : 1));
  return html`
<section id="exemptions" aria-labelledby="exemptions-title"><h2 id="exemptions-title">Exemptions</h2>
${
  all.length === 0
    ? html`<p>None: no policy file exempts a pool from a rule.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Exemptions as a table"><table>
<thead><tr><th scope="col">Ticket</th><th scope="col">Until</th><th scope="col">Rules</th><th scope="col">Pools</th><th scope="col">Reason</th><th scope="col">Approved by</th></tr></thead>
<tbody>${all.map(
        (each) =>
          html`<tr><th scope="row">${outside(each.ticket)}</th><td>${each.expires}${each.expires < today ? ' (ended)' : each.granted > today ? ` (begins ${each.granted})` : ''}</td><td>${each.rules.map(({ rule, floor }) => html`<code>${rule}</code>${floor ? ` (${floor.required} at least)` : ''} `)}</td><td>${each.pools.map((pool) => html`<code>${pool.replace(/^.*userpool\//, '')}</code> `)}</td><td>${outside(each.reason)}</td><td>${outside(each.approver)}</td></tr>`,
      )}</tbody></table></div>`
}
</section>`;
};
