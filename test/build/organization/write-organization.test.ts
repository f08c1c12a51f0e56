import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeOrganization } from '../../../build/organization/write-organization.ts';

/** A packaging as the framework leaves it: its keys have the time in them. */
const aPackaging = async (time: string, code = 'code') => {
  const folder = mkdtempSync(join(tmpdir(), 'lifeguard-organization-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'onSweep.zip'), code);
  await writeOrganization(folder, {
    names: { service: 'cognito-lifeguard', stage: 'prod' },
    home: 'eu-west-1',
    otherRegions: ['us-east-1'],
    centre: '999988887777',
    callAs: 'SELF',
    forwarder: { Resources: {} },
    ownStackSet: ['Forwarders'],
    replaced: { PartsParameter: { Type: 'AWS::SSM::Parameter' } },
    template: {
      Resources: {
        ServerlessDeploymentBucket: { Type: 'AWS::S3::Bucket' },
        Forwarders: { Type: 'AWS::CloudFormation::StackSet' },
        OnSweepLambdaFunction: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: {
              S3Bucket: { Ref: 'ServerlessDeploymentBucket' },
              S3Key: `serverless/${time}/onSweep.zip`,
            },
          },
        },
      },
      Outputs: { ServerlessDeploymentBucketName: { Value: { Ref: 'ServerlessDeploymentBucket' } } },
    },
  });
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name)).toSorted();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
};

test('writes the same bytes under the same names for the same sources, whenever they are packaged', async () => {
  expect(await aPackaging('1764000000000')).toEqual(await aPackaging('1764099999999'));
});

test('writes other code, and what refers to it, under other names', async () => {
  const before = new Map(await aPackaging('1764000000000'));
  const after = new Map(await aPackaging('1764000000000', 'other code'));

  const names = (files: ReadonlyMap<string, string>, end: string) =>
    [...files.keys()].filter((name) => name.startsWith('artifacts') && name.endsWith(end));
  for (const end of ['onSweep.zip', 'home.json']) expect(names(after, end)).not.toEqual(names(before, end));
  expect(names(after, 'forwarder.json')).toEqual(names(before, 'forwarder.json'));
  expect(after.get('organization.json')).not.toBe(before.get('organization.json'));
});

test('has in a member what is otherwise where a stack set makes it', async () => {
  const files = await aPackaging('1');
  const [, home = ''] = files.find(([name]) => name.endsWith('/home.json')) ?? [];

  expect(JSON.parse(home).Resources.PartsParameter).toEqual({ Type: 'AWS::SSM::Parameter' });
});

test('acts in the management account’s own name where it was asked to', async () => {
  const { Resources } = JSON.parse(new Map(await aPackaging('1')).get('organization.json') ?? '');

  expect(Resources.HomeStacks.Properties.CallAs).toBe('SELF');
});
