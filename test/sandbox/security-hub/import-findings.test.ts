import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../../src/sandbox/sandbox-options.ts';
import { sandboxFixture } from '../sandbox-fixture.ts';

const aFinding = (overrides: Partial<AwsSecurityFinding> = {}): AwsSecurityFinding => ({
  SchemaVersion: '2018-10-08',
  Id: 'finding-1',
  ProductArn: 'arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default',
  GeneratorId: 'rule-1',
  AwsAccountId: '111122223333',
  CreatedAt: '2026-11-23T09:00:00Z',
  UpdatedAt: '2026-11-23T09:00:00Z',
  Title: 'A title',
  Description: 'A description.',
  Resources: [{ Type: 'Other', Id: 'pool' }],
  FindingProviderFields: { Severity: { Label: 'HIGH' }, Types: ['Software and Configuration Checks'] },
  ...overrides,
});

const hubFixture = async (options: SandboxOptions = {}) => {
  const fixture = await sandboxFixture(options);
  const client = new SecurityHubClient(fixture.config());
  return {
    ...fixture,
    bring: (...Findings: AwsSecurityFinding[]) => client.send(new BatchImportFindingsCommand({ Findings })),
  };
};

describe('BatchImportFindings', () => {
  it('keeps a finding, and shows severity and types where people look for them', async () => {
    const { sandbox, bring } = await hubFixture();

    const answer = await bring(aFinding());

    expect(answer).toMatchObject({ FailedCount: 0, SuccessCount: 1, FailedFindings: [] });
    expect(sandbox.findings).toEqual([
      { ...aFinding(), Severity: { Label: 'HIGH' }, Types: ['Software and Configuration Checks'] },
    ]);
  });

  it.each([
    ['newer', '2026-11-23T09:00:00.001Z', 'second'],
    ['as old', '2026-11-23T09:00:00Z', 'first'],
    ['older', '2026-11-23T08:59:59Z', 'first'],
  ])('of one finding, what is %s leaves the %s', async (_title, UpdatedAt, Title) => {
    const { sandbox, bring } = await hubFixture();
    await bring(aFinding({ Title: 'first' }));

    const { SuccessCount } = await bring(aFinding({ Title: 'second', UpdatedAt }));

    expect(SuccessCount).toBe(1);
    expect(sandbox.findings).toMatchObject([{ Title }]);
  });

  it('leaves what people write of a finding to them', async () => {
    const { sandbox, bring } = await hubFixture();
    await bring(aFinding({ Workflow: { Status: 'NEW' } }));

    await bring(aFinding({ UpdatedAt: '2026-11-24T09:00:00Z', Workflow: { Status: 'SUPPRESSED' } }));

    expect(sandbox.findings).toMatchObject([{ Workflow: { Status: 'NEW' } }]);
  });

  it.each<[string, Partial<AwsSecurityFinding>, RegExp]>([
    ['without a title', { Title: undefined }, /should have required property 'Title'/],
    [
      'with a title of 257 characters',
      { Title: 'x'.repeat(257) },
      /data\.Title should NOT be longer than 256/,
    ],
    ['with a blank title', { Title: ' ' }, /data\.Title should match pattern/],
    ['with a description of 1025 characters', { Description: 'x'.repeat(1025) }, /longer than 1024/],
    ['of another schema', { SchemaVersion: '2019-10-08' }, /data\.SchemaVersion/],
    ['without a resource', { Resources: [] }, /data\.Resources should NOT have fewer than 1/],
    [
      'of a resource without an id',
      { Resources: [{ Type: 'Other', Id: undefined }] },
      /Resources\[0\].*'Id'/,
    ],
    [
      'with advice of 513 characters',
      { Remediation: { Recommendation: { Text: 'x'.repeat(513) } } },
      /data\.Remediation\.Recommendation\.Text should NOT be longer than 512 characters/,
    ],
    ['with empty advice', { Remediation: { Recommendation: {} } }, /should have Text or Url/],
    ['with a time that is none', { UpdatedAt: '23 November' }, /data\.UpdatedAt should match pattern/],
    ['without a severity', { FindingProviderFields: undefined }, /required property 'FindingProviderFields'/],
    [
      'with a severity that says nothing',
      { FindingProviderFields: { Severity: {}, Types: ['TTPs'] } },
      /should have Label or Normalized/,
    ],
    [
      'of a type of its own',
      { FindingProviderFields: { Severity: { Label: 'LOW' }, Types: ['Mistakes'] } },
      /Types\[0\] should match pattern/,
    ],
    [
      'with 51 fields of its own',
      { ProductFields: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, 'x'])) },
      /ProductFields should NOT have more than 50/,
    ],
    [
      'over 240 KB',
      { Compliance: { RelatedRequirements: Array.from({ length: 8 }, () => 'x'.repeat(32_000)) } },
      /240 KB/,
    ],
  ])('refuses a finding %s, and takes the one beside it', async (_title, broken, says) => {
    const { sandbox, bring } = await hubFixture();

    const answer = await bring(aFinding(broken), aFinding({ Id: 'finding-2' }));

    expect(answer).toMatchObject({
      FailedCount: 1,
      SuccessCount: 1,
      FailedFindings: [
        { Id: 'finding-1', ErrorCode: 'InvalidInput', ErrorMessage: expect.stringMatching(says) },
      ],
    });
    expect(sandbox.findings).toMatchObject([{ Id: 'finding-2' }]);
  });

  it.each<[string, AwsSecurityFinding[], string, number]>([
    ['no finding', [], 'InvalidInputException', 400],
    ['101 findings', Array.from({ length: 101 }, () => aFinding()), 'InvalidInputException', 400],
    ['a product without an ARN', [aFinding({ ProductArn: 'lifeguard' })], 'InvalidInputException', 400],
    [
      'a product of another Region',
      [aFinding({ ProductArn: 'arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default' })],
      'AccessDeniedException',
      403,
    ],
    [
      'a product of another account',
      [aFinding({ ProductArn: 'arn:aws:securityhub:eu-west-1:444455556666:product/444455556666/default' })],
      'AccessDeniedException',
      403,
    ],
    [
      'a finding of another account',
      [aFinding({ AwsAccountId: '444455556666' })],
      'AccessDeniedException',
      403,
    ],
  ])('refuses a request with %s', async (_title, findings, name, httpStatusCode) => {
    const { sandbox, bring } = await hubFixture();

    await expect(bring(...findings)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(sandbox.findings).toEqual([]);
  });

  it('refuses everything where Security Hub is off', async () => {
    const { sandbox, bring } = await hubFixture({ securityHubRegions: ['us-east-1'] });

    await expect(bring(aFinding())).rejects.toMatchObject({
      name: 'InvalidAccessException',
      message: 'Account 111122223333 is not subscribed to AWS Security Hub',
      $metadata: { httpStatusCode: 401 },
    });
    expect(sandbox.findings).toEqual([]);
  });

  it('meets faults under its own names', async () => {
    const { sandbox, bring } = await hubFixture();
    sandbox.faults.add({ kind: 'throttle' });

    await expect(bring(aFinding())).rejects.toMatchObject({
      name: 'LimitExceededException',
      $metadata: { httpStatusCode: 429 },
    });
    sandbox.faults.add({ kind: 'access-denied' });
    await expect(bring(aFinding())).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(aFinding().ProductArn ?? ''),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('is the only request there is', async () => {
    const { sandbox } = await hubFixture();
    const scope = 'AKIATEST/20261123/eu-west-1/securityhub/aws4_request';
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0a`;

    const { headers } = await fetch(`${sandbox.url}/findings`, {
      method: 'POST',
      headers: { authorization },
    });

    expect(headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });
});
