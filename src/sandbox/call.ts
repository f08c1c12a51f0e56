import type { Answer } from './answer.ts';
import type { CallerIdentity } from './identity.ts';
import type { JsonObject } from './json.ts';

export type ServiceName =
  | 'cloudtrail'
  | 'cognito-idp'
  | 'events'
  | 'securityhub'
  | 'sns'
  | 'sqs'
  | 'ssm'
  | 'sts';

/** One signed request to one AWS operation, parsed and not yet judged. */
export interface Call {
  readonly service: ServiceName;
  readonly operation: string;
  /** From the credential scope of the signature: the Region whose world is meant. */
  readonly region: string;
  readonly accessKeyId: string;
  readonly identity: CallerIdentity;
  readonly userAgent: string;
  readonly sourceIpAddress: string;
  readonly requestId: string;
  readonly at: Date;
  readonly input: JsonObject;
}

/** What a caller put on the wire and what it got, for whoever counts calls. */
export interface RecordedCall extends Call {
  /** Members of the request that the sandbox's tables don't know and so ignored. */
  readonly ignoredMembers: readonly string[];
  readonly answer: Answer | { readonly kind: 'lost' };
}
