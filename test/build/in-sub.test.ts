import { expect, test } from 'vitest';
import { inSub } from '../../build/in-sub.ts';

test('a value of a template stands in a text as CloudFormation fills it in', () => {
  expect(
    inSub({
      ref: { Ref: 'LedgerTable' },
      attribute: { 'Fn::GetAtt': ['LifeguardKey', 'Arn'] },
      text: [{ 'Fn::Sub': `arn:\${AWS::Partition}:sns` }],
      rest: { exists: false, numeric: ['>', 0] },
    }),
  ).toEqual({
    ref: `\${LedgerTable}`,
    attribute: `\${LifeguardKey.Arn}`,
    text: [`arn:\${AWS::Partition}:sns`],
    rest: { exists: false, numeric: ['>', 0] },
  });
});

test('what only looks like a variable stays as it is', () => {
  expect(inSub(`a \${name} of somebody’s`)).toBe(`a \${!name} of somebody’s`);
});
