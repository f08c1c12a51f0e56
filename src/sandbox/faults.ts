import type { Call } from './call.ts';
import { type FutureMember, type FutureMembers, withMember } from './cognito/future-members.ts';
import type { UserPools } from './cognito/user-pools.ts';
import { type Json, stringAt } from './json.ts';

/** Which calls (or events, or pools) a fault meets; everything where nothing is named. */
interface FaultFilter {
  readonly operation?: string;
  readonly poolId?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  /** How often it strikes; access-denied, delay and future-member without end, the others once, if not said. */
  readonly times?: number;
}

/** What can go wrong, and members that no table knows yet. */
type Fault = FaultFilter &
  (
    | { readonly kind: 'throttle' | 'conflict' | 'lost-response' | 'access-denied' | 'drop-event' }
    | { readonly kind: 'internal-error'; readonly when: 'before' | 'after' }
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'duplicate-event'; readonly copies?: number }
    | FutureMemberFault
  );

/** A member from the future on the pools it names: shown by reads, kept by a write that sends it, else reset. */
interface FutureMemberFault {
  readonly kind: 'future-member';
  /** `Policies.PasswordPolicy.X`, `X`, `AccountRecoverySetting.RecoveryMechanisms[].X` … */
  readonly path: string;
  readonly value: Json;
  readonly writtenBy?: FutureMember['writtenBy'];
  /** AWS shows it and refuses to take it back. */
  readonly refused?: boolean;
}

/** A fault that was added: how often it struck, and the way to take it away. */
interface AddedFault {
  readonly fault: Fault;
  readonly reached: number;
  remove(): void;
}

/** The faults of a sandbox. */
export interface Faults {
  add(fault: Fault): AddedFault;
  /** Takes the next strike of a kind at this call, or undefined. */
  strike<K extends Fault['kind']>(
    kind: K,
    call: Call,
    poolId: string | undefined,
  ): Extract<Fault, { kind: K }> | undefined;
  clear(): void;
}

const WITHOUT_END: readonly Fault['kind'][] = ['access-denied', 'delay', 'future-member'];

/** No faults yet. */
export function createFaults(pools: UserPools, futureMembers: FutureMembers): Faults {
  let added: Struck[] = [];
  return {
    add: (fault) => {
      const struck: Struck = { fault, reached: 0, remove: () => undefined };
      const forget =
        fault.kind === 'future-member' ? bringMember(fault, pools, futureMembers, struck) : () => undefined;
      struck.remove = () => {
        added = added.filter((other) => other !== struck);
        forget();
      };
      added.push(struck);
      return struck;
    },
    strike: (kind, call, poolId) => {
      const struck = added.find(
        ({ fault, reached }) => fault.kind === kind && reached < limit(fault) && meets(fault, call, poolId),
      );
      if (!struck) return undefined;
      struck.reached += 1;
      return ofKind(struck.fault, kind);
    },
    clear: () => {
      for (const struck of added) struck.remove();
    },
  };
}

interface Struck {
  readonly fault: Fault;
  reached: number;
  remove: () => void;
}

function ofKind<K extends Fault['kind']>(fault: Fault, kind: K): Extract<Fault, { kind: K }> | undefined {
  return isKind(fault, kind) ? fault : undefined;
}

function isKind<K extends Fault['kind']>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> {
  return fault.kind === kind;
}

function limit(fault: Fault): number {
  return fault.times ?? (WITHOUT_END.includes(fault.kind) ? Number.POSITIVE_INFINITY : 1);
}

function meets(fault: Fault, call: Call, poolId: string | undefined): boolean {
  return (
    (fault.operation ?? call.operation) === call.operation &&
    (fault.region ?? call.region) === call.region &&
    (fault.accessKeyId ?? call.accessKeyId) === call.accessKeyId &&
    (fault.poolId === undefined || fault.poolId === poolId)
  );
}

function bringMember(
  fault: FutureMemberFault & FaultFilter,
  pools: UserPools,
  futureMembers: FutureMembers,
  struck: Struck,
): () => void {
  const member: FutureMember = {
    writtenBy: fault.writtenBy ?? 'UpdateUserPool',
    path: fault.path,
    value: fault.value,
    ...(fault.poolId === undefined ? {} : { poolId: fault.poolId }),
    ...(fault.refused === undefined ? {} : { refused: fault.refused }),
    onSent: () => {
      struck.reached += 1;
    },
  };
  futureMembers.add(member);
  for (const pool of pools.all()) {
    if (fault.poolId !== undefined && fault.poolId !== pool.id) continue;
    if (fault.region !== undefined && fault.region !== pool.region) continue;
    const part = member.writtenBy === 'UpdateUserPool' ? 'settings' : 'factors';
    pools.put({ ...pool, [part]: withMember(pool[part], member.path, member.value) });
  }
  return () => futureMembers.remove(member);
}

/** The pool that a call names, by id or by ARN. */
export function poolIdOf(call: Call): string | undefined {
  return stringAt(call.input, 'UserPoolId') ?? stringAt(call.input, 'ResourceArn')?.split('userpool/').at(1);
}
