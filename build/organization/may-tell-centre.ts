import { sub } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { centreBusArn } from './organization-names.ts';

/** The right of a member's role to put events on the centre's bus. @param centre the centre's account */
export const mayTellCentre = (centre: string, names: DeploymentNames): object => ({
  Sid: 'TellCentre',
  Effect: 'Allow',
  Action: 'events:PutEvents',
  Resource: sub(centreBusArn(centre, names)),
});
