import type { Mistake } from '../../policy/mistake.ts';
import { didYouMean } from '../../policy/nearest-name.ts';
import type { DeclaredFile, DeclaredPool } from '../declared-pool.ts';
import { resolve, type TemplateContext } from './resolve.ts';
import { entriesOf, type Sections, sectionsOf } from './sections.ts';
import { parseTemplate, type TemplateEntry, type TemplateSource, TooMuch } from './template-source.ts';

/** What the caller knows of the deployment. */
export interface DeploymentFacts {
  readonly account?: string;
  readonly region?: string;
}

const poolType = 'AWS::Cognito::UserPool';

/** Source: CloudFormation user guide, quotas. */
const mostResources = 500;

/** Types of the namespace that a person can mean. Source: CloudFormation template reference, Amazon Cognito. */
const otherTypes = new Set(
  [
    ...['IdentityPool', 'IdentityPoolPrincipalTag', 'IdentityPoolRoleAttachment'],
    ...['LogDeliveryConfiguration', 'ManagedLoginBranding', 'Terms'],
    ...['UserPoolClient', 'UserPoolDomain', 'UserPoolGroup', 'UserPoolIdentityProvider'],
    ...['UserPoolResourceServer', 'UserPoolRiskConfigurationAttachment'],
    ...['UserPoolUICustomizationAttachment', 'UserPoolUser', 'UserPoolUserToGroupAttachment'],
  ].map((name) => `AWS::Cognito::${name}`),
);

/**
 * The user pools that a template declares: CloudFormation, SAM, the `resources` of a Serverless file or what the CDK
 * synthesized, in YAML or JSON.
 * @param file as messages name it
 * @returns its pools, or every mistake in it with its place; never throws for what the text holds
 */
export const readTemplate = (text: string, file: string, facts: DeploymentFacts = {}): DeclaredFile => {
  const { source, mistakes } = parseTemplate(file, text);
  if (!source) return { kind: 'mistakes', mistakes };
  try {
    return read(source, facts);
  } catch (error) {
    if (!(error instanceof TooMuch || error instanceof RangeError)) throw error;
    const message = error instanceof TooMuch ? error.message : 'This file is nested too deeply to be read.';
    return { kind: 'mistakes', mistakes: [{ file, line: 1, column: 1, message }] };
  }
};

const read = (source: TemplateSource, facts: DeploymentFacts): DeclaredFile => {
  const found = sectionsOf(source);
  if (found.kind === 'mistake') return { kind: 'mistakes', mistakes: [found.mistake] };
  const { sections } = found;
  const context: TemplateContext = { sections, ...facts };
  const parts = resourcesIn(sections.resources, sections).map(({ id, entry, isInLoop }) =>
    readResource(id, entry, { ...context, isInLoop }),
  );
  const mistakes = parts.flatMap(({ mistake }) => mistake ?? []);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const start = source.see(source.root).place;
  const pools = parts.flatMap(({ pool }) => pool ?? []);
  if (pools.length > mostResources) {
    const message = `This file declares ${pools.length} user pools, and a template has at most ${mostResources} resources.`;
    return { kind: 'mistakes', mistakes: [{ ...start, message }] };
  }
  return {
    kind: 'pools',
    pools,
    notes: [
      ...found.notes,
      ...parts.flatMap(({ note }) => note ?? []),
      ...sections.macros.map((name) => ({
        ...start,
        message: `The macro ${name} may change what this template says; it is not run.`,
      })),
    ],
  };
};

interface Resource {
  readonly id: string;
  readonly entry: TemplateEntry;
  readonly isInLoop: boolean;
}

/** The resources, those within `Fn::ForEach` too: a list of the variable, its values, and the resources. */
const resourcesIn = (
  entries: ReadonlyMap<string, TemplateEntry>,
  sections: Sections,
  isInLoop = false,
): readonly Resource[] =>
  [...entries].flatMap(([id, entry]) => {
    if (!id.startsWith('Fn::ForEach::')) return [{ id, entry, isInLoop }];
    const loop = sections.source.see(entry.value);
    const body = loop.kind === 'list' ? loop.items[2] : undefined;
    return isInLoop || body === undefined
      ? []
      : resourcesIn(entriesOf(sections.source.see(body)), sections, true);
  });

interface Part {
  readonly pool?: DeclaredPool;
  readonly mistake?: Mistake;
  readonly note?: Mistake;
}

const readResource = (id: string, { key, value }: TemplateEntry, context: TemplateContext): Part => {
  const { source } = context.sections;
  const resource = source.see(value);
  const entries = entriesOf(resource);
  const textAt = (name: string): string | undefined => {
    const entry = entries.get(name);
    const seen = entry && source.see(entry.value);
    return seen?.kind === 'scalar' && typeof seen.value === 'string' ? seen.value : undefined;
  };
  const type = textAt('Type');
  if (type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application')
    return { note: { ...key, message: `The nested stack ${id} is not read: name its template, too.` } };
  if (id === 'Fn::Transform' || resource.tag === '!Transform')
    return { note: { ...key, message: 'What a macro adds to Resources is not read.' } };
  if (type === undefined) return {};
  if (type !== poolType) {
    if (!type.startsWith('AWS::Cognito::') || otherTypes.has(type)) return {};
    const meant = didYouMean(type, [poolType, ...otherTypes]);
    const message = `${type} is no type that CloudFormation documents${meant === '' ? '.' : meant}`;
    const place = source.see(entries.get('Type')?.value).place;
    return meant.includes(`${poolType}?`) ? { mistake: { ...place, message } } : {};
  }
  const properties = entries.get('Properties');
  const condition = textAt('Condition');
  const pool: DeclaredPool = {
    id,
    tool: 'CloudFormation',
    place: key,
    properties: properties
      ? { ...resolve(properties.value, context), place: properties.key }
      : { kind: 'absent', place: key },
    ...(condition !== undefined && { condition }),
    ...((context.sections.isSam || context.sections.isServerless) && { takesTriggers: true as const }),
  };
  return { pool };
};
