import { expect, test } from 'vitest';
import { readDeployParameters } from '../../build/deploy-parameters.ts';
import { resourcesByParameter } from '../../build/resources-by-parameter.ts';
import { defaultParameters } from '../deploy/default-parameters.ts';

const patterns = {
  cognito: { source: ['aws.cognito-idp'], 'detail-type': ['AWS API Call via CloudTrail'] },
  webAcl: { source: ['aws.wafv2'], 'detail-type': ['AWS API Call via CloudTrail'] },
};

const packaged = (regions: string): string => {
  const parameters = readDeployParameters({ ...defaultParameters, regions }, { home: 'eu-west-1' });
  if (parameters.kind === 'mistakes') throw new Error(parameters.mistakes.join());
  return JSON.stringify(
    resourcesByParameter(parameters, { service: 'cognito-lifeguard', stage: 'prod' }, patterns),
  );
};

test('the same Regions make the same template, byte for byte, in whatever order they are named', () => {
  expect(packaged('us-east-1,eu-west-1,ap-southeast-2')).toBe(packaged('eu-west-1,ap-southeast-2,us-east-1'));
});
