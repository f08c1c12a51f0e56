import { describe, expect, it } from 'vitest';
import { sourceTool } from '../../src/notify/source-tool.ts';
import { anActor } from '../support/a-pool-change.ts';

describe('sourceTool', () => {
  it.each([
    ['a call that CloudFormation made', { invokedBy: 'cloudformation.amazonaws.com' }, 'CloudFormation'],
    ["CloudFormation's user agent", { userAgent: 'cloudformation.amazonaws.com' }, 'CloudFormation'],
    ["CloudFormation's session name", { sessionName: 'AWSCloudFormation' }, 'CloudFormation'],
    [
      'Terraform',
      { userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.13.0 (+https://www.terraform.io)' },
      'Terraform',
    ],
    ['OpenTofu', { userAgent: 'APN/1.0 HashiCorp/1.0 OpenTofu/1.9.0' }, 'Terraform'],
    ['the AWS CLI', { userAgent: 'aws-cli/2.31.0' }, undefined],
  ])('knows %s', (_, actor, tool) => {
    expect(sourceTool(anActor(actor))).toBe(tool);
  });
});
