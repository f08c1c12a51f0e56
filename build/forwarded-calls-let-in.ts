import { beside } from './beside.ts';
import type { Resources } from './cloudformation.ts';

const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const withRule = (resource: unknown): object =>
  beside(resource, arnOf('CognitoCallsRule'), arnOf('ForwardedCallsRule')) as object;

/**
 * The policies of serverless.yml that speak of the rule on calls, with the rule on forwarded calls beside it: who may
 * send to the queue of changes and to its dead letters, and what doctor may look at, the rule that tells of tampering
 * elsewhere and the forwarding role too.
 */
export const forwardedCallsLetIn = (resources: Resources): Resources => ({
  PoolChangesQueuePolicy: withRule(resources.PoolChangesQueuePolicy),
  PoolChangesDeadLettersPolicy: withRule(resources.PoolChangesDeadLettersPolicy),
  DoctorPolicy: [
    ['ForwardedCallsRule', 'TamperingWithElsewhereRule'] as const,
    ['OnNoticeRole', 'ForwardRole'] as const,
  ].reduce(
    (policy, [one, other]) => beside(policy, arnOf(one), arnOf(other)) as object,
    withRule(resources.DoctorPolicy),
  ),
});
