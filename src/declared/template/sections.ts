import type { Mistake } from '../../policy/mistake.ts';
import type { SourcePlace } from '../../policy/policy.ts';
import type { TemplateEntry, TemplateNode, TemplateSource } from './template-source.ts';

/** The sections of a template that say what a resource is. */
export interface Sections {
  readonly source: TemplateSource;
  readonly resources: ReadonlyMap<string, TemplateEntry>;
  readonly parameters: ReadonlyMap<string, TemplateEntry>;
  readonly mappings: ReadonlyMap<string, TemplateEntry>;
  readonly conditions: ReadonlyMap<string, TemplateEntry>;
  /** Names of macros in `Transform` that aren't AWS's own. */
  readonly macros: readonly string[];
  /** A SAM template, by its `Transform`. */
  readonly isSam: boolean;
  /** A Serverless file: `${…}` in any text is worked out before the deployment. */
  readonly isServerless: boolean;
}

const nothing: ReadonlyMap<string, TemplateEntry> = new Map();

/** Entries of a map; none of anything else. */
export const entriesOf = (node: TemplateNode | undefined): ReadonlyMap<string, TemplateEntry> =>
  node?.kind === 'map' ? node.entries : nothing;

/**
 * Finds the sections: at the top of a CloudFormation, SAM or synthesized CDK template, under `resources` of a Serverless
 * file, where they may be spread over a list.
 */
export const sectionsOf = (
  source: TemplateSource,
):
  | { readonly kind: 'mistake'; readonly mistake: Mistake }
  | { readonly kind: 'sections'; readonly sections: Sections; readonly notes: readonly Mistake[] } => {
  const root = source.see(source.root);
  const mistake = (place: SourcePlace, message: string) => ({
    kind: 'mistake' as const,
    mistake: { ...place, message },
  });
  if (root.kind !== 'map') return mistake(root.place, 'A template is a map, with Resources in it.');
  if (root.entries.has('Resources')) {
    const resources = source.see(root.entries.get('Resources')?.value);
    if (resources.kind !== 'map')
      return mistake(resources.place, 'Resources must be a map: logical ids, and a resource under each.');
    return { kind: 'sections', sections: sectionsFrom(source, [root], false), notes: [] };
  }
  const serverless = ['service', 'provider', 'functions', 'resources'].some((key) => root.entries.has(key));
  if (!serverless)
    return mistake(
      root.place,
      'No Resources are in this file: it is no template of CloudFormation, SAM, Serverless or the CDK (cdk.out/*.template.json).',
    );
  const own = root.entries.get('resources');
  const node = own && source.see(own.value);
  const fragments = node?.kind === 'list' ? node.items.map((item) => source.see(item)) : node ? [node] : [];
  const notes = fragments
    .filter(({ kind }) => kind !== 'map')
    .map(({ place }) => ({
      ...place,
      message: 'Resources of another file are not read: name that file, too.',
    }));
  return { kind: 'sections', sections: sectionsFrom(source, fragments, true), notes };
};

const sectionsFrom = (
  source: TemplateSource,
  fragments: readonly TemplateNode[],
  isServerless: boolean,
): Sections => {
  const section = (name: string): ReadonlyMap<string, TemplateEntry> =>
    new Map(
      fragments.flatMap((fragment) => {
        const entry = entriesOf(fragment).get(name);
        return entry ? [...entriesOf(source.see(entry.value))] : [];
      }),
    );
  const transforms = fragments.flatMap((fragment) =>
    transformsIn(source, entriesOf(fragment).get('Transform')),
  );
  return {
    source,
    resources: section('Resources'),
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    macros: transforms.filter((name) => !ofAws.test(name)),
    isSam: transforms.some((name) => name.startsWith('AWS::Serverless')),
    isServerless,
  };
};

/** AWS's own, which don't change what a pool says, but for its triggers. */
const ofAws = /^AWS::(Serverless|LanguageExtensions|CodeDeployBlueGreen|SecretsManager)/;

const transformsIn = (source: TemplateSource, transform: TemplateEntry | undefined): string[] => {
  if (!transform) return [];
  const node = source.see(transform.value);
  const nodes = node.kind === 'list' ? node.items.map((item) => source.see(item)) : [node];
  return nodes.map((each) => (each.kind === 'scalar' ? String(each.value) : 'Fn::Transform'));
};
