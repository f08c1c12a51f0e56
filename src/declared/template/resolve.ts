import { type DeclaredValue, deepest, unknown } from '../declared-value.ts';
import { intrinsics } from './intrinsics.ts';
import type { Sections } from './sections.ts';
import type { TemplateNode } from './template-source.ts';

/** What is known where a template is read. */
export interface TemplateContext {
  readonly sections: Sections;
  /** By the options of the command, for `AWS::AccountId` and `AWS::Region`. */
  readonly account?: string;
  readonly region?: string;
  /** Within `Fn::ForEach`, where any text can hold the loop's variable. */
  readonly isInLoop?: boolean;
}

/** What a node says: intrinsic functions are worked out where all that they need stands in the file. */
export const resolve = (node: unknown, context: TemplateContext, depth = 0): DeclaredValue => {
  const seen = context.sections.source.see(node);
  const { place } = seen;
  if (depth > deepest) return unknown(place, 'it is nested too deeply');
  const called = functionOf(seen);
  if (called) {
    const again = (each: unknown): DeclaredValue => resolve(each, context, depth + 1);
    return intrinsics(called.name, { argument: called.argument, place, context, resolve: again });
  }
  switch (seen.kind) {
    case 'map': {
      const functionBeside = [...seen.entries.keys()].find((key) => key.startsWith('Fn::'));
      if (functionBeside !== undefined)
        return unknown(place, `${functionBeside} is worked out by the deployment`);
      const members = new Map<string, DeclaredValue>();
      for (const [name, { value }] of seen.entries) members.set(name, resolve(value, context, depth + 1));
      return { kind: 'map', members, place };
    }
    case 'list':
      return { kind: 'list', items: seen.items.map((item) => resolve(item, context, depth + 1)), place };
    case 'scalar':
      return scalar(seen, context);
  }
};

/** The function that a node calls, in its short form (`!Sub`) or its long one (`Fn::Sub`). */
const functionOf = (
  seen: TemplateNode,
): { readonly name: string; readonly argument: TemplateNode } | undefined => {
  if (seen.tag !== undefined) {
    const { tag, ...argument } = seen;
    if (tag.startsWith('!!')) return { name: tag, argument };
    const short = tag.slice(1);
    return { name: short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`, argument };
  }
  if (seen.kind !== 'map' || seen.entries.size !== 1) return undefined;
  const [[name, entry] = []] = seen.entries;
  if (name === undefined || !entry || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  return { name, argument: { kind: 'list', items: [entry.value], place: seen.place, tag: 'argument' } };
};

/** What Serverless replaces; of `${AWS::Region}` it keeps its hands off. */
const serverlessVariable = /\$\{(?!AWS::)/;
const anyServerlessVariable = /\$\{\s*(?:self:|opt:|env:|param:|sls:|ssm|cf|s3|aws:|file\(|strToBool\()/;
const dynamicReference = /\{\{resolve:(ssm|ssm-secure|secretsmanager):/;

const scalar = (
  seen: TemplateNode & { readonly kind: 'scalar' },
  { sections, isInLoop = false }: TemplateContext,
): DeclaredValue => {
  const { value, place, bare } = seen;
  if (value === null || value === undefined)
    return unknown(place, 'nothing stands here, and a template may not hold null');
  if (typeof value !== 'string')
    return {
      kind: 'scalar',
      value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value),
      place,
    };
  if (dynamicReference.test(value)) return unknown(place, 'a dynamic reference is read by the deployment');
  const variable = sections.isServerless ? serverlessVariable : anyServerlessVariable;
  if (variable.test(value))
    return unknown(place, 'a variable of Serverless is replaced before the deployment');
  if (isInLoop && /[$&]\{/.test(value)) return unknown(place, 'Fn::ForEach puts it in');
  // Serverless reads YAML 1.2, in which ON is text; CloudFormation 1.1, in which it isn't.
  return { kind: 'scalar', value, place, ...(bare && !sections.isServerless && { bare: true as const }) };
};
