import type { JsonObject } from '../../../src/pool/json.ts';
import type { Answer } from '../../../src/sandbox/answer.ts';
import type { Call } from '../../../src/sandbox/call.ts';
import { isWrite, runCognito } from '../../../src/sandbox/cognito/cognito.ts';
import { createFutureMembers } from '../../../src/sandbox/cognito/future-members.ts';
import type { Quotas } from '../../../src/sandbox/cognito/quotas.ts';
import { createUserPools, type StoredPool, type UserPools } from '../../../src/sandbox/cognito/user-pools.ts';
import { createIdentities } from '../../../src/sandbox/identity.ts';
import { broken, conflict, throttled } from '../../../src/sandbox/injected-refusal.ts';
import type { JsonObject as WireObject } from '../../../src/sandbox/json.ts';
import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

export const region = 'eu-west-1';
export const accountId = '111122223333';

/** Who calls, as CloudTrail shows them. */
export interface Caller {
  readonly accessKeyId: string;
  readonly userAgent: string;
}

/** A call that may have changed a pool, as it happened. */
export interface MadeCall {
  readonly call: Call;
  /** The request as Cognito understood it. */
  readonly input: WireObject;
  readonly answer: Answer;
  /** Undefined where Cognito didn't come to it. */
  readonly before: StoredPool | undefined;
  readonly after: StoredPool | undefined;
}

export type CognitoAnswer = Answer | { readonly kind: 'lost' };

/** Cognito, which takes its time and fails. */
export interface CognitoInTime {
  readonly pools: UserPools;
  readonly identities: ReturnType<typeof createIdentities>;
  call(caller: Caller, operation: string, input: JsonObject, where?: string): Promise<CognitoAnswer>;
  /** What is there now, without time or faults: for whoever watches. */
  look(operation: string, input: JsonObject, where?: string): Answer;
}

interface Options {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly newId: () => string;
  /** Told of every call that isn't a read, at the moment of its effect. */
  readonly onWrite: (made: MadeCall) => void;
  /** Absent where nobody counts calls. */
  readonly quotas?: Quotas;
  /** Told of every read, at the moment of its answer. */
  readonly onRead?: (call: Call, answer: Answer) => void;
}

export const cognitoInTime = ({
  time,
  chance,
  weather,
  newId,
  onWrite,
  quotas,
  onRead = () => {},
}: Options): CognitoInTime => {
  const pools = createUserPools();
  const identities = createIdentities(accountId);
  const futureMembers = createFutureMembers();
  const world = { accountId, pools, futureMembers, semantics: 'worst', newId } as const;
  const underWay = new Set<string>();
  const former = new Map<string, { readonly pool: StoredPool; readonly until: number }>();
  const lately = {
    ...world,
    pools: {
      ...pools,
      get: (where: string, id: string) => {
        const old = former.get(id);
        return old && old.until > time.now().getTime() && pools.get(where, id)
          ? old.pool
          : pools.get(where, id);
      },
    },
  };
  const callOf = (caller: Caller, operation: string, input: JsonObject, where: string): Call => ({
    service: 'cognito-idp',
    operation,
    region: where,
    accessKeyId: caller.accessKeyId,
    identity: identities.of(caller.accessKeyId),
    userAgent: caller.userAgent,
    sourceIpAddress: '203.0.113.7',
    requestId: newId(),
    at: time.now(),
    input: onTheWire(input),
  });
  const latency = (): Promise<void> =>
    time.wait(chance.happens(weather.share('slow')) ? chance.between(500, 8000) : chance.between(15, 90));

  type Asking = (
    caller: Caller,
    operation: string,
    input: JsonObject,
    where: string,
  ) => Promise<CognitoAnswer>;

  const read: Asking = async (caller, operation, input, where) => {
    await latency();
    const call = callOf(caller, operation, input, where);
    const failure = chance.happens(weather.share('readFails', poolIdIn(input))) ? broken(call) : undefined;
    const refusal = quotas?.takes(call) === false ? throttled(call) : failure;
    const answer = refusal ?? runCognito(lately, call).answer;
    onRead(call, answer);
    await time.wait(chance.between(5, 40));
    return answer;
  };

  const write: Asking = async (caller, operation, input, where) => {
    const id = poolIdIn(input);
    await latency();
    const isBusy = id !== undefined && underWay.has(id);
    const fails = (trouble: Parameters<Weather['share']>[0]) => chance.happens(weather.share(trouble, id));
    const refusal = fails('throttle') ? throttled : isBusy || fails('conflict') ? conflict : undefined;
    const failure = fails('internalError') ? chance.pick(['before', 'after']) : undefined;
    if (id !== undefined && !isBusy) underWay.add(id);
    await time.wait(fails('slow') ? chance.between(500, 4000) : chance.between(3, 30));
    if (id !== undefined && !isBusy) underWay.delete(id);
    const call = callOf(caller, operation, input, where);
    const before = id === undefined ? undefined : pools.get(where, id);
    const ran =
      refusal || failure === 'before'
        ? { answer: refusal ? refusal(call) : broken(call), input: call.input }
        : runCognito(world, call);
    const after = id === undefined ? undefined : pools.get(where, id);
    if (before && before !== after && fails('showsLate'))
      former.set(before.id, { pool: before, until: time.now().getTime() + chance.between(100, 3000) });
    const answer = failure ? broken(call) : ran.answer;
    onWrite({ call, input: ran.input, answer, before, after });
    await time.wait(chance.between(5, 40));
    return answer.kind === 'answered' && fails('lostAnswer') ? { kind: 'lost' } : answer;
  };

  return {
    pools,
    identities,
    call: (caller, operation, input, where = region) =>
      (isWrite(operation) ? write : read)(caller, operation, input, where),
    look: (operation, input, where = region) =>
      runCognito(world, callOf(nobody, operation, input, where)).answer,
  };
};

const nobody: Caller = { accessKeyId: 'AKIANOBODY', userAgent: '' };

const poolIdIn = (input: JsonObject): string | undefined => {
  const { UserPoolId: id, ResourceArn: arn } = input;
  if (typeof id === 'string') return id;
  return typeof arn === 'string' ? arn.split('userpool/').at(1) : undefined;
};

/** What is left of a request once it has been text. */
const onTheWire = (input: JsonObject): WireObject => JSON.parse(JSON.stringify(input)) as WireObject;
