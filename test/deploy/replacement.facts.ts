import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import type { Resource, Template } from './template.ts';

/**
 * The properties at whose change CloudFormation makes another resource and leaves or removes the old one, of the types
 * that hold something. Source: "Update requires: Replacement" in the AWS CloudFormation template reference of each type.
 */
const replacing: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['AttributeDefinitions', 'ImportSourceSpecification', 'KeySchema', 'TableName'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  'AWS::SNS::Topic': ['FifoTopic', 'TopicName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::CloudTrail::Trail': ['TrailName'],
};

/** What must stay as it is, by logical id, since another logical id is another resource. */
const identity = ({ Resources }: Template): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(Resources).flatMap(([id, { Type, Properties, ...rest }]) => {
      const names = replacing[Type];
      if (names === undefined) return [];
      const set = names.flatMap((name) => (name in (Properties ?? {}) ? [[name, Properties[name]]] : []));
      const { DeletionPolicy } = rest as { DeletionPolicy?: string };
      return [[id, { Type, ...(DeletionPolicy && { DeletionPolicy }), ...Object.fromEntries(set) }]];
    }),
  );

const recorded: Readonly<Record<string, object>> = JSON.parse(
  readFileSync(new URL('replacement.baseline.json', import.meta.url), 'utf8'),
);

export const replacementFacts = (variants: () => Variants): void => {
  test('an upgrade replaces no ledger, key, queue, topic, log group, bucket or trail: docs/upgrade.md', () => {
    const now = identity(variants().full.template);

    // A resource that is new is no harm: add it to the file. One that is gone or changed loses what it holds.
    expect(now).toEqual(recorded);
  });

  test.each([
    ['another key schema', { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }],
    ['a name', { TableName: 'lifeguard-ledger' }],
  ])('%s of the ledger would be found', (_, changed) => {
    const { template } = variants().full;
    const ledger = template.Resources.LedgerTable;
    const LedgerTable = { ...ledger, Properties: { ...ledger?.Properties, ...changed } } as Resource;

    expect(identity({ ...template, Resources: { ...template.Resources, LedgerTable } })).not.toEqual(
      recorded,
    );
  });

  test('nor does any other parameter', () => {
    for (const { template } of Object.values(variants()))
      for (const [id, of] of Object.entries(identity(template)))
        if (id in recorded) expect(of).toEqual(recorded[id]);
  });
};
