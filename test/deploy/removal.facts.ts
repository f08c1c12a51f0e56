import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, type Variants } from './packaged.ts';
import { idsOfType, type Template } from './template.ts';

interface Removable {
  readonly Type: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
}

/** What a part of a template refers to, by logical ids. */
const refersTo = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(refersTo);
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': getAtt, 'Fn::Sub': sub, ...rest } = value as Record<string, unknown>;
  return [
    ...(typeof Ref === 'string' ? [Ref] : []),
    ...(Array.isArray(getAtt) ? [String(getAtt[0])] : []),
    ...[...String(sub ?? '').matchAll(/\$\{(\w+)(?:\.\w+)?\}/g)].map(([, id = '']) => id),
    ...Object.values(rest).flatMap(refersTo),
  ];
};

/** The resources in an order in which each goes before what it needs; those that are left have no such order. */
const order = ({
  Resources,
}: Template): { readonly removed: readonly string[]; readonly left: readonly string[] } => {
  const needs = new Map(
    Object.entries(Resources).map(([id, resource]) => {
      const { DependsOn = [] } = resource as Removable;
      const all = [...refersTo(resource.Properties), ...[DependsOn].flat()];
      return [id, new Set(all.filter((other) => other in Resources && other !== id))];
    }),
  );
  const removed: string[] = [];
  for (;;) {
    const needed = new Set([...needs.values()].flatMap((ids) => [...ids]));
    const free = [...needs.keys()].filter((id) => !needed.has(id));
    if (free.length === 0) return { removed, left: [...needs.keys()] };
    for (const id of free) needs.delete(id);
    removed.push(...free);
  }
};

const keptIn = ({ Resources }: Template): readonly string[] =>
  Object.keys(Resources).filter(
    (id) => (Resources[id] as Removable).DeletionPolicy === 'RetainExceptOnCreate',
  );

export const removalFacts = (variants: () => Variants): void => {
  test('every resource can go before what it needs, whatever the parameters', () => {
    for (const { template } of Object.values(variants())) {
      const { removed, left } = order(template);

      expect(left).toEqual([]);
      expect(removed.toSorted()).toEqual(Object.keys(template.Resources).toSorted());
    }
  });

  test('keeps the ledger and its key, and with them the trail’s bucket where there is one', () => {
    expect(keptIn(variants().plain.template).toSorted()).toEqual(['LedgerTable', 'LifeguardKey']);
    expect(keptIn(variants().full.template).toSorted()).toEqual([
      'LedgerTable',
      'LifeguardKey',
      'TrailBucket',
      'TrailBucketPolicy',
    ]);
  });

  test('docs/deploy.md names each that is kept', () => {
    const doc = readFileSync(join(root, 'docs/deploy.md'), 'utf8');
    const section = doc.slice(doc.indexOf('\n## Remove'));

    for (const id of keptIn(variants().full.template)) expect(section).toContain(`\`${id}\``);
  });

  test('has no bucket that would stand in the way with files in it, but the one that the framework empties', () => {
    for (const { template } of Object.values(variants())) {
      const buckets = idsOfType(template, 'AWS::S3::Bucket');

      expect(buckets.filter((id) => !keptIn(template).includes(id))).toEqual(['ServerlessDeploymentBucket']);
    }
  });

  test('no function may make its log group again, once that is gone', () => {
    for (const { text } of Object.values(variants())) expect(text).not.toContain('logs:CreateLogGroup');
  });
};
