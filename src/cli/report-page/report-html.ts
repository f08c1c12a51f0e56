import { createHash } from 'node:crypto';
import { moment } from '../../history/times.ts';
import { html, Markup } from './html.ts';
import { inlineJson } from './inline-json.ts';
import type { ReportModel } from './model/report-model.ts';
import { about } from './sections/about.ts';
import { controls } from './sections/controls.ts';
import { exemptions } from './sections/exemptions.ts';
import { figures } from './sections/figures.ts';
import { map } from './sections/map.ts';
import { rules } from './sections/rules.ts';
import { trend } from './sections/trend.ts';

/** What the browser is given of ours: one script and one sheet. */
export interface ReportFiles {
  readonly script: string;
  readonly style: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const parts = [
  ['map', 'Pools'],
  ['trend', 'Trend'],
  ['controls', 'Controls'],
  ['rules', 'Rules'],
  ['exemptions', 'Exemptions'],
  ['about', 'About'],
] as const;

/**
 * The report as one file that needs no network: a policy in it forbids every request, and lets nothing run and nothing
 * be worn but our own script and sheet, by their hashes.
 */
export const reportHtml = (model: ReportModel, { script, style }: ReportFiles): string => {
  const { facts, sentence } = model;
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  const where = `${facts.account}, ${facts.regions.join(', ')}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Lifeguard ${facts.version}">
<title>User pools of ${where}, ${facts.madeAt.slice(0, 10)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#map">To the pools</a>
<header class="top">
<p class="kicker">Amazon Cognito user pools · ${where} · <time datetime="${facts.madeAt}">${moment(facts.madeAt).replace(/:\d\d UTC$/, ' UTC')}</time></p>
<h1>How our user pools keep to policy</h1>
<p class="sentence">${sentence}</p>
</header>
<nav class="screen" aria-label="Parts of this report"><ul>${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${figures(model)}
${map(model)}
${trend(model)}
${controls(model)}
${rules(model)}
${exemptions(model)}
${about(model)}
</main>
<dialog id="opened" aria-labelledby="opened-title"></dialog>
<script type="application/json" id="data">${inlineJson(model.map)}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
};
