import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model/report-model.ts';

/** Where the page's script draws the map, with what the marks mean. */
export const map = ({ totals, map: { rules } }: ReportModel): Markup => {
  if (totals.pools === 0)
    return html`<section id="map"><h2>Pools and rules</h2><p>There is no user pool to show. Look in other Regions, too.</p></section>`;
  return html`
<section id="map" aria-labelledby="map-title">
<div class="titled"><h2 id="map-title">Pools and rules</h2>
<p class="hint screen">Worst first. Open a cell for what was found, what is required and what would change; a pool or a rule for all of it.</p></div>
<form class="filters screen" id="filters" role="search" aria-label="Pools">
<label>Find <input type="search" id="find" placeholder="name, id or owner" autocomplete="off" spellcheck="false"></label>
<label>Show <select id="show">
<option value="all">all pools</option><option value="violating">pools that break a rule</option><option value="critical">critical or high violations</option><option value="debt">debt</option><option value="refused">refused</option><option value="exempted">exempted</option><option value="unread">not read</option><option value="compliant">compliant pools</option>
</select></label>
<label>Rule <select id="rule"><option value="">any</option>${rules.map(({ id }, place) => html`<option value="${place}">${id}</option>`)}</select></label>
<output id="shown" for="find show rule"></output>
</form>
${legend}
<div id="grid" class="screen"></div>
<noscript><p class="note">The map and its details need scripts, which are off here. Everything else on this page doesn’t.</p></noscript>
<div id="paper" class="paper"></div>
</section>`;
};

const legend = html`<ul class="legend" aria-label="What the marks mean">
<li><span class="key critical" aria-hidden="true">C</span><span class="key high" aria-hidden="true">H</span><span class="key medium" aria-hidden="true">M</span><span class="key low" aria-hidden="true">L</span> broken: critical, high, medium, low</li>
<li><span class="key high debt" aria-hidden="true">H</span> debt: framed</li>
<li><span class="key high refused" aria-hidden="true">H</span> refused: with !</li>
<li><span class="key exempted" aria-hidden="true">E</span> exempted</li>
<li><span class="key undetermined" aria-hidden="true">?</span> not known</li>
<li><span class="key holding" aria-hidden="true">✓</span> holds</li>
<li><span class="key unbound" aria-hidden="true">–</span> the rule isn’t for this pool</li>
</ul>`;
