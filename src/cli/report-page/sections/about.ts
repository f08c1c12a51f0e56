import { moment } from '../../../history/times.ts';
import { html, type Markup, outside } from '../html.ts';
import type { ReportModel } from '../model/report-model.ts';

/** What this report was made of, so that somebody else can make it again. */
export const about = ({ facts, policies, totals }: ReportModel): Markup => html`
<section id="about" aria-labelledby="about-title"><h2 id="about-title">About this report</h2>
<dl class="facts">
<div><dt>Account</dt><dd>${facts.account}</dd></div>
<div><dt>${facts.regions.length === 1 ? 'Region' : 'Regions'}</dt><dd>${facts.regions.join(', ')}</dd></div>
<div><dt>Pools</dt><dd>${facts.isPartial ? 'those that were named; there may be others' : 'all that the Regions list; other Regions were not looked at'}</dd></div>
<div><dt>Made</dt><dd><time datetime="${facts.madeAt}">${moment(facts.madeAt)}</time></dd></div>
<div><dt>By</dt><dd>Lifeguard ${facts.version}</dd></div>
<div><dt>Policies</dt><dd>${policies.policies.map(({ name, source }) => html`${outside(name)} <small>${source.file}</small><br>`)}</dd></div>
<div><dt>Digest of the policies</dt><dd><code class="digest">${policies.digest}</code></dd></div>
<div><dt>Ledger</dt><dd>${facts.ledger ?? 'none was read: debt, trend and resting rules are not known'}</dd></div>
</dl>
<h3>How it was made</h3>
<ul>
<li>Each pool was read once with DescribeUserPool and GetUserPoolMfaConfig, and held against the policy files by the same code that enforces them. Nothing was written.</li>
<li>It says how the pools were when they were read, shortly before it was made, and nothing of any other time${facts.ledger === undefined ? '' : ', except where it names the ledger'}.</li>
<li>“Would change” is what Lifeguard would write for a person who asks for it now. Debt and whatever is paused waits for a person.</li>
<li>App clients, identity providers, risk configuration and web ACLs are written by other calls and aren’t judged here.</li>
${facts.unlisted.length > 0 ? html`<li><strong>AWS did not list the pools of ${facts.unlisted.join(', ')}.</strong> There may be any number, and none of them is in here.</li>` : ''}
${totals.unread > 0 ? html`<li><strong>${totals.unread} ${totals.unread === 1 ? 'pool' : 'pools'} could not be read.</strong> The map says why at each.</li>` : ''}
</ul>
</section>`;
