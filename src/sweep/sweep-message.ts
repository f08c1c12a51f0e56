import { isJsonObject, type JsonObject } from '../pool/json.ts';
import { type PoolRef, poolRefFromArn } from '../pool/pool-ref.ts';

/** Why a sweep begins. */
export type SweepReason = 'schedule' | 'deployment' | 'asked';

/** What a message on the queue `sweeps` asks for. Each asks for a check of what the ledger says, and brings no facts. */
export type SweepMessage =
  | { readonly kind: 'start'; readonly because: SweepReason }
  /** The sweep's next step, where the ledger says that it is this one. */
  | { readonly kind: 'step'; readonly sweep: string; readonly step: number }
  /** A command may have taken away what was no pause: how many entries that were, the message claims. */
  | { readonly kind: 'check-pauses'; readonly mended?: number }
  /** One look, where calls came to a pool while a person held it. */
  | { readonly kind: 'look'; readonly pool: PoolRef }
  /** What a person had put right is to be told, as the ledger has kept it. */
  | { readonly kind: 'tell'; readonly outcome: string }
  /** The roll of an organization is called, at its centre. */
  | { readonly kind: 'roll-call' }
  /** Notices that couldn't be sent are tried again. */
  | { readonly kind: 'redrive' }
  /** A person wants to know that notices arrive; who that is, the message claims. */
  | { readonly kind: 'test'; readonly id: string; readonly by: string };

/** A message that asks for nothing. */
export interface IgnoredMessage {
  readonly kind: 'ignored';
  readonly reason: string;
}

/** A message of our own, as it is sent. */
export type OwnSweepMessage =
  | Exclude<SweepMessage, { kind: 'start' | 'look' }>
  | { readonly kind: 'start' }
  /** The pool by its ARN. */
  | { readonly kind: 'look'; readonly pool: string };

const schema = 'cognito-lifeguard/sweep/1';

/** A message of our own as a message body. */
export const sweepMessage = (message: OwnSweepMessage): string => JSON.stringify({ schema, ...message });

/** Reads a message body. Anybody whom IAM lets may send one, so anything may stand in it: it never throws. */
export const parseSweepMessage = (body: unknown): SweepMessage | IgnoredMessage => {
  if (!isJsonObject(body)) return ignored('it is no JSON object');
  if (body.schema === schema) return ownMessage(body);
  if (body.source === 'aws.events' && body['detail-type'] === 'Scheduled Event')
    return { kind: 'start', because: 'schedule' };
  if (body.source === 'aws.cloudformation' && body['detail-type'] === 'CloudFormation Stack Status Change')
    return stackStatus(body.detail);
  return ignored('it is neither an event that starts a sweep nor a message of a sweep');
};

/** A test's id, by which whoever asked for it finds what became of it. */
const testId = /^test-[\w-]{1,60}$/;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const ownMessage = (message: JsonObject): SweepMessage | IgnoredMessage => {
  const { kind, sweep, step, pool: arn, outcome, id, by, mended } = message;
  if (kind === 'start') return { kind, because: 'asked' };
  if (kind === 'check-pauses') return isCount(mended) ? { kind, mended } : { kind };
  if (kind === 'redrive' || kind === 'roll-call') return { kind };
  if (kind === 'test' && typeof id === 'string' && testId.test(id) && typeof by === 'string')
    return { kind, id, by };
  if (kind === 'step' && typeof sweep === 'string' && typeof step === 'number') return { kind, sweep, step };
  if (kind === 'tell' && typeof outcome === 'string') return { kind, outcome };
  const pool = kind === 'look' && typeof arn === 'string' ? poolRefFromArn(arn) : undefined;
  if (pool) return { kind: 'look', pool };
  return ignored('it is a message of a sweep whose kind or members this version does not know');
};

/** How a deployment ends. Source: AWS CloudFormation user guide, "Stack status codes". */
const ends = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

const stackStatus = (detail: unknown): SweepMessage | IgnoredMessage => {
  const details = isJsonObject(detail) ? detail['status-details'] : undefined;
  const status = isJsonObject(details) ? details.status : undefined;
  return typeof status === 'string' && ends.includes(status)
    ? { kind: 'start', because: 'deployment' }
    : ignored('the stack’s status is none that ends a deployment');
};

const ignored = (reason: string): IgnoredMessage => ({ kind: 'ignored', reason });
