import type { Actor } from '../../../change/cause.ts';
import { actorName } from '../../../notify/actor-name.ts';
import type { CallerView } from '../page-data.ts';
import { shown } from './shown.ts';

/** Who made a call: a name, and below it all that CloudTrail tells. */
export const callerView = (actor: Actor, isLifeguard: boolean): CallerView => {
  const { arn, sessionIssuer, invokedBy, sourceIpAddress, userAgent } = actor;
  return {
    name: isLifeguard ? 'Lifeguard' : shown(actorName(actor), 'name'),
    isLifeguard,
    details: [
      ...(arn === undefined ? [] : [shown(arn)]),
      ...(sessionIssuer === undefined ? [] : [`session of ${shown(sessionIssuer)}`]),
      ...(invokedBy === undefined ? [] : [`through ${shown(invokedBy)}`]),
      ...(sourceIpAddress === undefined || sourceIpAddress === invokedBy
        ? []
        : [`from ${shown(sourceIpAddress)}`]),
      ...(userAgent === undefined || userAgent === invokedBy
        ? []
        : [`with ${shown(userAgent)} (as claimed)`]),
    ],
  };
};
