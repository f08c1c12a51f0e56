import { invalidParameter } from '../../answer.ts';
import { objectAt, stringAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of PreTokenGeneration and PreTokenGenerationConfig: one function in both. */
export const onePreTokenFunction: Coupling = ({ after }) => {
  const triggers = objectAt(after.settings, 'LambdaConfig');
  const legacy = stringAt(triggers, 'PreTokenGeneration');
  const current = stringAt(objectAt(triggers, 'PreTokenGenerationConfig'), 'LambdaArn');
  if (legacy === undefined || current === undefined || legacy === current) return undefined;
  return invalidParameter(
    'PreTokenGeneration and PreTokenGenerationConfig must name the same Lambda function',
  );
};
