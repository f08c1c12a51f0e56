import type { Text } from './calls-pattern.ts';
import type { EventPattern } from './forwarded-pattern.ts';
import { tamperingKinds } from './tampering-kinds.ts';

/**
 * What is ours in one Region, as CloudTrail's records name it; what is absent there has no pattern. Trails aren't among
 * it: without one, whosever it is, we are blind.
 */
export interface OwnParts {
  /** Names of EventBridge rules. */
  readonly rules?: readonly Text[];
  /** Names of the rules that take the calls on rules. */
  readonly watched?: readonly Text[];
  /** How the names of more rules begin. */
  readonly rulePrefixes?: readonly Text[];
  /** How the ARNs begin of what only rules of ours should deliver to. */
  readonly targetArnPrefixes?: readonly Text[];
  /** How the names of event buses begin. */
  readonly busPrefix?: string;
  /** How the names of the Lambda functions begin. */
  readonly functionPrefix?: string;
  /** Ids of event source mappings. */
  readonly mappings?: readonly Text[];
  readonly keyArns?: readonly Text[];
  /** How the names of SQS queues begin, and their ARNs. */
  readonly queuePrefix?: string;
  readonly queueArnPrefix?: Text;
  /** How the ARNs of SNS topics begin. */
  readonly topicArnPrefix?: Text;
  /** Names of DynamoDB tables. */
  readonly tables?: readonly Text[];
  /** Names and ids of CloudFormation stacks. */
  readonly stacks?: readonly Text[];
  /** How the names of CloudWatch alarms begin. */
  readonly alarmPrefix?: Text;
  /** Names of IAM roles. */
  readonly roles?: readonly Text[];
  /** How the names of more roles begin. */
  readonly rolePrefixes?: readonly Text[];
}

/** Calls by which somebody can blind or mute us, on one kind of thing. */
export interface TamperingPattern {
  /** In one word, for the names of rules. */
  readonly kind: string;
  /** The thing in words, after "was called on". */
  readonly on: string;
  /**
   * Where the record has its name, by the name of a variable: only what AWS lets nobody put a quotation mark into, since
   * EventBridge doesn't escape what it fills in.
   */
  readonly named: { readonly [variable: string]: string };
  readonly pattern: EventPattern;
}

/** Patterns over the calls that tell on whoever tampers with these parts, one for each kind of part that there is. */
export const tamperingPatterns = (parts: OwnParts): readonly TamperingPattern[] =>
  tamperingKinds.flatMap((kindOf) => kindOf(parts) ?? []);
