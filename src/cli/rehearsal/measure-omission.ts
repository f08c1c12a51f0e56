import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { jsonAt, type PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Pools, UserPoolOperation } from '../../pool/pools.ts';
import { settings } from '../../pool/settings.ts';
import { mergeMfaConfig } from '../../remediation/merge-mfa-config.ts';
import { mergeUpdate } from '../../remediation/merge-update.ts';
import { withoutMember } from '../../remediation/request-tree.ts';

/** What became of a member that one UpdateUserPool left out. */
export interface Measured {
  /** As UpdateUserPool names it. */
  readonly member: string;
  readonly seen: 'kept' | 'reset' | 'refused';
  /** What it was, as DescribeUserPool shows it. */
  readonly before: Json;
  /** What it is since; null where it is gone, absent where the call was refused. */
  readonly after?: Json;
  /** Why AWS refused the call. */
  readonly refused?: string;
  /** What the catalogue goes by: `kept` is left out of a write, `sent` is carried, whatever omission would do. */
  readonly catalogue: 'kept' | 'sent';
  /** False where the catalogue leaves out what omission resets. */
  readonly isSafe: boolean;
}

/** Members with parts of which one can be sent without the other. */
const parts = ['Policies.PasswordPolicy', 'Policies.SignInPolicy'];

/**
 * Leaves out one member after the other of a complete UpdateUserPool, looks, and puts it back. The pool is a rehearsal's.
 * @param set the members that aren't at their defaults: of another, nobody can see whether it is kept or reset
 * @param proceed throws where somebody has asked to stop
 */
export const measureOmission = async (
  pools: Pools,
  pool: PoolRef,
  id: string,
  set: readonly string[],
  onMember: (done: number, total: number) => void,
  proceed: () => void,
): Promise<readonly Measured[]> => {
  const original = await look(pools, pool);
  const whole = mergeUpdate(original, []);
  const members = Object.keys(whole).filter((member) => set.includes(member));
  const all = [...members, ...parts.filter((path) => jsonAt(whole, path) !== undefined)];
  const measured: Measured[] = [];
  for (const member of all) {
    proceed();
    onMember(measured.length, all.length);
    measured.push(await measureOne(pools, pool, id, whole, member));
    await putBack(pools, pool, id, original);
  }
  return measured;
};

const measureOne = async (
  pools: Pools,
  pool: PoolRef,
  id: string,
  whole: JsonObject,
  member: string,
): Promise<Measured> => {
  const before = shownAt(await look(pools, pool), member);
  const isKept = settings
    .filter(({ path }) => path === member || path.startsWith(`${member}.`))
    .every(({ carry }) => carry === 'kept-by-omission');
  const catalogue = isKept ? 'kept' : 'sent';
  const sent = await send(pools, pool, id, withoutMember(whole, member));
  if (sent !== undefined) return { member, seen: 'refused', before, refused: sent, catalogue, isSafe: true };
  const after = shownAt(await look(pools, pool), member);
  const seen = canonical(after) === canonical(before) ? 'kept' : 'reset';
  return { member, seen, before, after, catalogue, isSafe: seen === 'kept' || catalogue === 'sent' };
};

/** MFA first: UpdateUserPool doesn't turn it on for a pool that has lost its factors with it. */
const putBack = async (pools: Pools, pool: PoolRef, id: string, original: PoolSnapshot): Promise<void> => {
  const now = await look(pools, pool);
  const isMfaSame = canonical(now.mfaConfig) === canonical(original.mfaConfig);
  const why =
    (isMfaSame
      ? undefined
      : await send(pools, pool, id, mergeMfaConfig(original, []), 'SetUserPoolMfaConfig')) ??
    (await send(pools, pool, id, mergeUpdate(original, [])));
  if (why !== undefined) throw new Error(`What was left out could not be put back: ${why}`);
};

const look = async (pools: Pools, pool: PoolRef): Promise<PoolSnapshot> => {
  const read = await pools.read(pool);
  if (read.kind === 'gone') throw new Error(`The pool ${pool.id} is gone.`);
  return read.snapshot;
};

const shownAt = ({ userPool }: PoolSnapshot, member: string): Json => jsonAt(userPool, member) ?? null;

/** The order of members is AWS's affair. */
const canonical = (value: Json): string =>
  JSON.stringify(value, (_, node: unknown) =>
    isJsonObject(node) ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))) : node,
  );

/** @returns why AWS refused it, or undefined */
const send = async (
  pools: Pools,
  pool: PoolRef,
  id: string,
  request: JsonObject,
  operation: UserPoolOperation = 'UpdateUserPool',
): Promise<string | undefined> => {
  for (let tries = 0; ; tries += 1) {
    const written = await pools.write(pool, { operation, request }, id);
    if (written.kind === 'written') return undefined;
    if (written.kind === 'gone') throw new Error(`The pool ${pool.id} is gone.`);
    if (written.kind === 'refused' || written.kind === 'denied')
      return `${written.error}: ${written.message}`;
    if (tries >= 5) throw new Error(`${operation} was not taken: ${written.error}`);
  }
};
