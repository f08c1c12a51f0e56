import type { Actor } from '../change/cause.ts';

const resourceOfArn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:assumed-role\/|user\/|role\/|federated-user\/)?(.+)$/s;

/** Its own form: a user, a role or a federated user may be called root. */
const rootArn = /^arn:[^:]*:iam::\d*:root$/;

/**
 * Whoever made a call, in a few words: `Developer/on-call` for a role's session, `on-call` for a user,
 * `Deployer/ci through cloudformation` where a service acted for them, without the session's name where that is
 * CloudFormation's own, `AWSService` where CloudTrail tells no more. Untrusted text.
 */
export const actorName = (actor: Actor): string => {
  const resource = actor.arn && resourceOfArn.exec(actor.arn)?.[1];
  const name =
    actor.arn && rootArn.test(actor.arn) ? "the account's root user" : (resource ?? actor.arn ?? actor.type);
  if (actor.invokedBy === undefined) return name;
  const service = actor.invokedBy.replace(/\.amazonaws\.com$/, '');
  // The name that CloudFormation gives to a session of its service role says nothing besides.
  const caller = service === 'cloudformation' ? name.replace(/\/AWSCloudFormation$/, '') : name;
  return `${caller} through ${service}`;
};
