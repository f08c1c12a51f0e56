import { describe, expect, it } from 'vitest';
import { actorOf } from '../../src/change/actor.ts';

describe('actorOf', () => {
  it("takes the session's name from the ARN of an assumed role", () => {
    const arn = 'arn:aws-cn:sts::111122223333:assumed-role/Developer/on-call@example.com';

    expect(actorOf({ userIdentity: { type: 'AssumedRole', arn } })).toEqual({
      type: 'AssumedRole',
      arn,
      sessionName: 'on-call@example.com',
    });
  });

  it('gives a user no session', () => {
    const arn = 'arn:aws:iam::111122223333:user/team/on-call';

    expect(actorOf({ userIdentity: { type: 'IAMUser', arn } })).toEqual({ type: 'IAMUser', arn });
  });

  it('keeps the service that acted for somebody', () => {
    const record = { userIdentity: { type: 'AWSService', invokedBy: 'cloudformation.amazonaws.com' } };

    expect(actorOf(record)).toEqual({ type: 'AWSService', invokedBy: 'cloudformation.amazonaws.com' });
  });

  it('calls an identity Unknown that is missing or no object', () => {
    expect(actorOf({})).toEqual({ type: 'Unknown' });
    expect(actorOf({ userIdentity: 'root' })).toEqual({ type: 'Unknown' });
  });

  it('drops members that are no text, and cuts long ones at 2,048 without breaking a character', () => {
    const actor = actorOf({
      userIdentity: { type: 7, arn: ['x'], sessionContext: { sessionIssuer: null } },
      sourceIPAddress: '',
      userAgent: `${'a'.repeat(2047)}😀${'b'.repeat(5000)}`,
    });

    expect(actor).toEqual({ type: 'Unknown', userAgent: `${'a'.repeat(2047)}�` });
  });
});
