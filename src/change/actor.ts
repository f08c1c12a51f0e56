import { isJsonObject, type JsonObject } from '../pool/json.ts';
import type { Actor } from './cause.ts';
import { outsideText } from './outside-text.ts';

const assumedRoleSession = /^arn:[\w-]+:sts::\d*:assumed-role\/[^/]+\/(.+)$/s;

const inside = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

/**
 * Reads who made a recorded call. Members that aren't text are left out, long ones are cut.
 * The set of identity types is open; a record without one gives `Unknown`, as CloudTrail itself writes.
 * Source: the userIdentity element, AWS CloudTrail user guide.
 * @param record the `detail` of the event
 */
export const actorOf = (record: JsonObject): Actor => {
  const identity = inside(record.userIdentity);
  const arn = outsideText(identity.arn);
  const accountId = outsideText(identity.accountId);
  const sessionName = arn && assumedRoleSession.exec(arn)?.[1];
  const sessionIssuer = outsideText(inside(inside(identity.sessionContext).sessionIssuer).arn);
  const invokedBy = outsideText(identity.invokedBy);
  const sourceIpAddress = outsideText(record.sourceIPAddress);
  const userAgent = outsideText(record.userAgent);
  return {
    type: outsideText(identity.type) ?? 'Unknown',
    ...(arn !== undefined && { arn }),
    ...(accountId !== undefined && { accountId }),
    ...(sessionName !== undefined && { sessionName }),
    ...(sessionIssuer !== undefined && { sessionIssuer }),
    ...(invokedBy !== undefined && { invokedBy }),
    ...(sourceIpAddress !== undefined && { sourceIpAddress }),
    ...(userAgent !== undefined && { userAgent }),
  };
};
