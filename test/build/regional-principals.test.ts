import { expect, test } from 'vitest';
import { regionalPrincipals } from '../../build/regional-principals.ts';

test('a Region that is disabled by default has a CloudFormation of its own to let in', () => {
  expect(regionalPrincipals(['us-east-1', 'af-south-1', 'mx-central-1'])).toEqual([
    'cloudformation.amazonaws.com',
    'cloudformation.af-south-1.amazonaws.com',
    'cloudformation.mx-central-1.amazonaws.com',
  ]);
});
