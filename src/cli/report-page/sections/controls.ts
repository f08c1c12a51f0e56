import { html, type Markup } from '../html.ts';
import type { ControlStanding } from '../model/control-standings.ts';
import type { ReportModel } from '../model/report-model.ts';

/** Frameworks that an auditor asks for by name: where no rule names a control of theirs, the report says so. */
const asked = ['CIS Controls', 'NIST CSF', 'SOC 2', 'ISO/IEC 27001'];

/** Which controls the rules stand for, and how many pools pass each. */
export const controls = ({ controls: standings }: ReportModel): Markup => {
  const missing = asked.filter((name) => !standings.some(({ framework }) => framework === name));
  return html`
<section id="controls" aria-labelledby="controls-title"><h2 id="controls-title">Controls</h2>
<p>As the policy files name them. A pool passes a control where every rule behind it that is for the pool holds; a control may ask for more than these rules check, so this is evidence and no certificate.</p>
${
  missing.length > 0
    ? html`<p class="note">No rule names a control of ${listed(missing)}: nothing is claimed for ${missing.length === 1 ? 'it' : 'them'}.</p>`
    : ''
}
${[...Map.groupBy(standings, ({ framework }) => framework)].map(([framework, own]) => ofFramework(framework, own))}
</section>`;
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const ofFramework = (framework: string, own: readonly ControlStanding[]): Markup => html`
<h3>${framework}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${framework}"><table class="controls">
<thead><tr><th scope="col">Control</th><th scope="col" class="number">Pass</th><th scope="col" class="number">Fail</th><th scope="col" class="number">Exempted</th><th scope="col" class="number">Not known</th><th scope="col" class="share"><span class="unseen">Share</span></th><th scope="col">Rules</th></tr></thead>
<tbody>${own.map(row)}</tbody></table></div>`;

const row = (control: ControlStanding): Markup => html`<tr>
<th scope="row">${control.id}</th><td class="number">${control.passing}</td><td class="number${control.failing > 0 ? ' bad' : ''}">${control.failing}</td><td class="number">${control.exempted}</td><td class="number">${control.undetermined}</td><td class="share">${bar(control)}</td><td class="rules">${control.rules.map((rule) => html`<code>${rule}</code> `)}</td></tr>`;

const width = 96;

const bar = ({ passing, failing, exempted, undetermined }: ControlStanding): Markup => {
  const whole = passing + failing + exempted + undetermined;
  if (whole === 0) return html`<span class="muted">no pool</span>`;
  let at = 0;
  const parts = (
    [
      ['failing', failing],
      ['undetermined', undetermined],
      ['exempted', exempted],
      ['passing', passing],
    ] as const
  ).map(([kind, part]) => {
    const wide = (part / whole) * width;
    at += wide;
    return part === 0
      ? ''
      : html`<rect class="${kind}" x="${(at - wide).toFixed(2)}" y="0" width="${wide.toFixed(2)}" height="8"/>`;
  });
  return html`<svg class="share" viewBox="0 0 ${width} 8" width="${width}" height="8" aria-hidden="true">${parts}</svg>`;
};
