import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { Arrow } from './arrow.ts';
import { arrowsOfResources } from './arrows-of-resources.ts';
import { arrowsOfRoles } from './arrows-of-roles.ts';
import { looks, type Part, partsOf } from './parts.ts';
import { serviceDefinition } from './service-definition.ts';

const styles: { readonly [kind in Arrow['kind']]: string } = {
  flow: 'color="#334155"',
  call: 'color="#1d4ed8", fontcolor="#1d4ed8"',
  failure: 'color="#b91c1c", style=dashed, constraint=false',
};

/** Arrows of one kind between the same two parts are one, with all of their labels. */
const joined = (arrows: readonly Arrow[]): readonly Arrow[] =>
  [...Map.groupBy(arrows, ({ from, to, kind }) => `${from} ${to} ${kind}`).values()].flatMap((group) => {
    const [first] = group;
    const label = [...new Set(group.map(({ label }) => label))].filter(Boolean).join(', ');
    return first ? [{ ...first, label }] : [];
  });

const nodeOf = ({ id, kind, label }: Part): string =>
  `${id} [shape=${looks[kind].shape}, fillcolor="${looks[kind].fill}", label="${label.join('\\n')}"];`;

/** What a function sends back to its own queue would turn the picture round. */
const isBack = (arrows: readonly Arrow[], { from, to, kind }: Arrow): boolean =>
  kind === 'call' && arrows.some((other) => other.kind === 'flow' && other.from === to && other.to === from);

/** The picture as text in graphviz's language. */
export const architectureGraph = (): string => {
  const service = serviceDefinition();
  const arrows = joined([...arrowsOfResources(service), ...arrowsOfRoles(service)]);
  const parts = partsOf(service, arrows);
  const nodes = (isInside: boolean): string =>
    parts
      .filter(({ kind }) => (kind !== 'outside') === isInside)
      .map(nodeOf)
      .join('\n');
  const beside = arrows
    .filter(({ kind }) => kind === 'failure')
    .map(({ from, to }) => `{ rank=same; ${from}; ${to} }`);
  return `digraph architecture {
bgcolor=white; rankdir=TB; nodesep=0.35; ranksep=0.55; fontname="Helvetica"; pad=0.3;
node [fontname="Helvetica", fontsize=11, style=filled, color="#334155", margin="0.15,0.08"];
edge [fontname="Helvetica", fontsize=10, arrowsize=0.7];
${nodes(false)}
subgraph cluster_home {
label="The home Region: one stack"; labeljust=l; style=rounded; color="#94a3b8"; fontsize=12;
${nodes(true)}
${beside.join('\n')}
}
${arrows
  .map((each) => {
    const { from, to, label, kind } = each;
    const back = isBack(arrows, each) ? ', constraint=false' : '';
    return `${from} -> ${to} [label="${label}", ${styles[kind]}${back}];`;
  })
  .join('\n')}
}`;
};

/** For who can't see it. */
const title = 'The parts of a deployment of Lifeguard, and what flows between them';

/** Draws what a deployment is made of, as SVG, from serverless.yml and what the plugin adds to it. */
export const architecturePicture = async (): Promise<string> => {
  const graphviz = await Graphviz.load();
  return graphviz
    .layout(architectureGraph(), 'svg', 'dot')
    .replace(/<svg[^>]*/, (opening) => `${opening} role="img" aria-label="${title}"`)
    .replace(/(<svg[^>]*>)/, `$1\n<title>${title}</title>`);
};
