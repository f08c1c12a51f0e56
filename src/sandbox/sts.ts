import { type Answer, answered, refused } from './answer.ts';
import type { Call } from './call.ts';

/** Runs one STS call: GetCallerIdentity is all there is. */
export function runSts(accountId: string, call: Call): Answer {
  if (call.operation !== 'GetCallerIdentity') {
    return refused('InvalidAction', `The action ${call.operation} is not valid for this web service.`);
  }
  return answered({ Arn: call.identity.arn, UserId: call.identity.userId, Account: accountId });
}
