import { severities } from '../../../policy/policy.ts';
import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model/report-model.ts';
import { share } from '../model/summary-sentence.ts';

/** The figures on top, one card each. */
export const figures = ({ totals, map: { isRemembered } }: ReportModel): Markup => html`
<section class="figures" aria-label="Figures">
<dl>
${figure('Pools', totals.pools, `${totals.checks.toLocaleString('en-US')} checks`)}
${figure('Compliant', totals.compliant, `${share(totals.compliant, totals.pools)} of the pools${totals.unbound > 0 ? `; no rule speaks of ${totals.unbound}` : ''}`, 'good')}
<div class="figure wide"><dt>Violations</dt><dd><strong>${number(totals.violations)}</strong>
<ul class="severities">${severities.map(
  (severity) =>
    html`<li><span class="key ${severity}" aria-hidden="true">${severity.slice(0, 1).toUpperCase()}</span>${number(totals.bySeverity[severity])} ${severity}</li>`,
)}</ul></dd></div>
${figure('of which debt', isRemembered ? totals.debt : undefined, 'there before Lifeguard or the rule')}
${figure('of which refused', totals.refused, 'a person must put it right')}
${figure('Exempted', totals.exempted, 'accepted for a time')}
${figure('Undetermined', totals.undetermined, totals.unread > 0 ? `checks at ${totals.unread} pools that could not be read` : 'every pool could be read')}
</dl>
</section>`;

const number = (value: number): string => value.toLocaleString('en-US');

const figure = (title: string, value: number | undefined, note: string, tone = ''): Markup =>
  html`<div class="figure ${tone}"><dt>${title}</dt><dd><strong>${value === undefined ? 'not known' : number(value)}</strong><small>${value === undefined ? 'no ledger was read' : note}</small></dd></div>`;
