import { invalidParameter, type Refused } from '../answer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** A setting newer than every table here: what a next release of Cognito may bring. */
export interface FutureMember {
  /** Which call writes it. */
  readonly writtenBy: 'UpdateUserPool' | 'SetUserPoolMfaConfig';
  /** Where it stands, with `[]` for every item of a list: `Policies.PasswordPolicy.X`, `X`, `A.B[].X`. */
  readonly path: string;
  readonly value: Json;
  /** The pool that has it; every pool where this is left out. */
  readonly poolId?: string;
  /** AWS shows it and doesn't take it back. */
  readonly refused?: boolean;
  /** Told each time a write carries the member. */
  readonly onSent?: () => void;
}

/** The members from the future that this world knows. */
export interface FutureMembers {
  add(member: FutureMember): void;
  remove(member: FutureMember): void;
  /** Says whether a call may carry a member at this path. */
  accepts(call: string, path: string): boolean;
  /** AWS's refusal of a request that sends back a member which is only shown, or undefined. */
  refusal(call: string, request: JsonObject): Refused | undefined;
  /** The members that a new pool is born with. */
  onNewPool(writtenBy: FutureMember['writtenBy']): readonly FutureMember[];
}

/** A world without members from the future, until some are added. */
export function createFutureMembers(): FutureMembers {
  const members = new Set<FutureMember>();
  const of = (call: string) =>
    [...members].filter(
      (member) =>
        member.writtenBy === call || (call === 'CreateUserPool' && member.writtenBy === 'UpdateUserPool'),
    );
  return {
    add: (member) => {
      members.add(member);
    },
    remove: (member) => {
      members.delete(member);
    },
    accepts: (call, path) =>
      of(call).some((member) => member.path === path || path.startsWith(`${member.path}.`)),
    refusal: (call, request) => {
      const sent = of(call).filter((member) => holdsMember(request, member.path.split('.')));
      for (const member of sent) member.onSent?.();
      const unwanted = sent.find((member) => member.refused);
      return unwanted && invalidParameter(`Unknown parameter: ${unwanted.path}`);
    },
    onNewPool: (writtenBy) => of(writtenBy).filter((member) => member.poolId === undefined),
  };
}

/** The settings with the member put at its path, wherever the settings have the structure it stands in. */
export function withMember(settings: JsonObject, path: string, value: Json): JsonObject {
  return put(settings, path.split('.'), value);
}

function put(into: JsonObject, [step, ...rest]: readonly string[], value: Json): JsonObject {
  if (step === undefined) return into;
  if (rest.length === 0) return { ...into, [step]: value };
  const name = step.replace('[]', '');
  const inner = into[name];
  if (Array.isArray(inner))
    return { ...into, [name]: inner.map((item) => (isObject(item) ? put(item, rest, value) : item)) };
  return isObject(inner) ? { ...into, [name]: put(inner, rest, value) } : into;
}

function holdsMember(inside: Json | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return inside !== undefined;
  if (!isObject(inside)) return false;
  const inner = inside[step.replace('[]', '')];
  return Array.isArray(inner) ? inner.some((item) => holdsMember(item, rest)) : holdsMember(inner, rest);
}
