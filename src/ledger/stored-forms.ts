import type { Cause } from '../change/cause.ts';
import type { Watch } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import type { Pause, PoolRequest } from '../history/pool-request.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { Heartbeat } from '../sweep/heartbeat.ts';
import type { AccountRecord } from './account-book.ts';
import type { KeptOutcome, LastOutcome, Standing } from './ledger.ts';
import type { MemberDigest } from './member-book.ts';
import type { HeldNotice } from './notice-memory.ts';

// Only a ledger writes what is checked here, but for pauses: so damage is all that is looked for, the form that the code
// which reads it goes by, and not what each member says.

type Members = { readonly [member: string]: unknown };

/** True for a JSON object, false for null, arrays and scalars. */
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';
/** True for a time in milliseconds, and for a count. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);

const hasTexts = <Member extends string>(
  value: unknown,
  ...members: readonly Member[]
): value is Members & { readonly [member in Member]: string } =>
  isMembers(value) && members.every((member) => isText(value[member]));

/** A check for lists whose members have a form. */
export const listOf =
  <Value>(isOne: (value: unknown) => value is Value) =>
  (value: unknown): value is readonly Value[] =>
    Array.isArray(value) && value.every(isOne);

const causeKinds: readonly unknown[] = ['call', 'asked', 'sweep'] satisfies readonly Cause['kind'][];

/** True for a list of causes. */
export const areCauses = listOf(
  (cause): cause is Cause => hasTexts(cause, 'eventTime') && causeKinds.includes(cause.kind),
);

/** True for what is remembered of an outcome that was told. */
export const isLastOutcome = (value: unknown): value is LastOutcome => hasTexts(value, 'id', 'remaining');

/** True for what is remembered before a write. */
export const isOpenOutcome = (value: unknown): value is OpenOutcome => {
  if (!hasTexts(value, 'id', 'startedAt')) return false;
  const { causes, findings, changes, carried, preImage } = value;
  return (
    areCauses(causes) &&
    Array.isArray(findings) &&
    Array.isArray(changes) &&
    typeof carried === 'number' &&
    isPreImage(preImage)
  );
};

const isPreImage = (value: unknown): value is OpenOutcome['preImage'] =>
  hasTexts(value, 'takenAt') && isMembers(value.userPool) && isMembers(value.mfaConfig);

/** A check for lists of objects that have these texts. */
const listWithTexts = (...members: readonly string[]) =>
  listOf((value): value is Members => hasTexts(value, ...members));

const areResting = listWithTexts('rule', 'outcome', 'until');
const areFixes = listWithTexts('setting', 'at', 'outcome');
const areTexts = listOf(isText);

const areUndoings = listOf(
  (value): value is Members =>
    hasTexts(value, 'at') && areTexts(value.settings) && listWithTexts('type')(value.actors),
);

const areWrites = listOf(
  (value): value is Members =>
    hasTexts(value, 'outcome', 'from', 'to') && areTexts(value.changed) && isMembers(value.values),
);

/** A check for maps whose values have these texts. */
const mapWithTexts =
  (...members: readonly string[]) =>
  (value: unknown): boolean =>
    isMembers(value) && Object.values(value).every((each) => hasTexts(each, ...members));

const areDebts = mapWithTexts('since', 'version');
const areBound = mapWithTexts('scope', 'at');
const areClaims = mapWithTexts('pools', 'at');

const isBreaker = (value: unknown): boolean =>
  hasTexts(value, 'openedAt', 'nextWriteAt') && isNumber(value.level);

/** True for what looks have left behind for the next ones. */
export const isPoolHistory = (value: unknown): value is PoolHistory => {
  if (!isMembers(value)) return false;
  const { seen, rules, debt, bound, owners, resting, fixes, undoings, breaker, tier, writes, calls } = value;
  return (
    hasTexts(seen, 'at') &&
    isMembers(seen.values) &&
    isMembers(rules) &&
    Object.values(rules).every(isText) &&
    areDebts(debt) &&
    areBound(bound) &&
    // Versions before this one knew of no owners.
    (owners === undefined || areClaims(owners)) &&
    areResting(resting) &&
    areFixes(fixes) &&
    areUndoings(undoings) &&
    (breaker === undefined || isBreaker(breaker)) &&
    (tier === undefined || hasTexts(tier, 'value', 'since', 'at')) &&
    areWrites(writes) &&
    areTexts(calls)
  );
};

/** True for something that a person asked of a pool's memory. */
export const isPoolRequest = (value: unknown): value is PoolRequest => {
  if (!hasTexts(value, 'id', 'by', 'at', 'kind')) return false;
  switch (value.kind) {
    case 'accept':
      return areTexts(value.rules);
    case 'rest':
      return areTexts(value.rules) && hasTexts(value, 'outcome', 'until');
    default:
      return value.kind === 'close-breaker';
  }
};

/** True for a time as a ledger writes it: ISO 8601 UTC, with milliseconds. */
const isTime = (value: unknown): boolean =>
  isText(value) &&
  value.length === 24 &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() === value;

// Others than a ledger can write pauses, with a permission that is made for people.
const pauseForm: { readonly [member in keyof Pause]-?: (value: unknown) => boolean } = {
  // Ids of news are made of it.
  id: (id) => isText(id) && /^[\w-]{1,64}$/.test(id),
  by: isText,
  at: isTime,
  pool: (pool) => pool === undefined || isText(pool),
  until: isTime,
  reason: isText,
};

/** True for a stop of all writing, and for nothing that says more than one: who is told of it takes no other form. */
export const isPause = (value: unknown): value is Pause =>
  isMembers(value) &&
  Object.keys(value).every((member) => Object.hasOwn(pauseForm, member)) &&
  Object.entries(pauseForm).every(([member, hasForm]) => hasForm(value[member]));

/** True for what says since when pools have been looked after. */
export const isWatch = (value: unknown): value is Watch =>
  hasTexts(value, 'since') && typeof value.isComplete === 'boolean';

/** True for what sweeps remember of the account. */
export const isAccountRecord = (value: unknown): value is AccountRecord => {
  if (!hasTexts(value, 'policiesSince')) return false;
  const { watch, policies, pausesTold, pausesTellings, exemptionsTold, exemptedOwners } = value;
  const { roll, swept, unwatched } = value;
  return (
    isWatch(watch) &&
    hasTexts(policies, 'digest') &&
    Array.isArray(policies.policies) &&
    Array.isArray(pausesTold) &&
    (pausesTellings === undefined || isNumber(pausesTellings)) &&
    Array.isArray(exemptionsTold) &&
    // Versions before this one knew of no owners.
    (exemptedOwners === undefined || isMembers(exemptedOwners)) &&
    (roll === undefined || (isMembers(roll) && isMembers(roll.expectedSince))) &&
    (swept === undefined || hasTexts(swept, 'startedAt', 'endedAt')) &&
    (unwatched === undefined || isUnwatched(unwatched))
  );
};

/** What an undo takes back. */
const areChanges = listOf(
  (value): value is Members =>
    hasTexts(value, 'setting') &&
    value.from !== undefined &&
    value.to !== undefined &&
    listWithTexts('kind')(value.because),
);

const isUnwatched = (value: unknown): boolean =>
  hasTexts(value, 'checkedAt') &&
  [value.governed, value.outside, value.unlisted].every((regions) => listOf(isText)(regions));

/** True for an outcome that is kept for people. */
export const isKeptOutcome = (value: unknown): value is KeptOutcome =>
  isMembers(value) &&
  hasTexts(value.outcome, 'schema', 'id', 'kind') &&
  (value.outcome.pool === undefined || hasTexts(value.outcome.pool, 'arn', 'accountId', 'region', 'id')) &&
  areChanges(value.outcome.changes) &&
  (value.preImage === undefined || isPreImage(value.preImage));

/** True for what a sweep found standing at a pool. */
export const isStanding = (value: unknown): value is Standing =>
  isMembers(value) &&
  hasTexts(value.pool, 'arn') &&
  isText(value.outcome) &&
  (value.owners === undefined || Array.isArray(value.owners)) &&
  Array.isArray(value.findings) &&
  Array.isArray(value.refusals);

/** True for a notice that waits for a summary. */
export const isHeldNotice = (value: unknown): value is HeldNotice =>
  hasTexts(value, 'id', 'at', 'severity', 'headline') &&
  (value.pool === undefined || hasTexts(value.pool, 'arn'));

/** True for an account's heartbeat. */
export const isHeartbeat = (value: unknown): value is Heartbeat =>
  hasTexts(value, 'id', 'at', 'version', 'codeDigest', 'policyDigest') && isMembers(value.pools);

/** True for what an account's sweep found standing. */
export const isMemberDigest = (value: unknown): value is MemberDigest =>
  hasTexts(value, 'at') &&
  Array.isArray(value.pools) &&
  value.pools.every(isStanding) &&
  isNumber(value.poolsOmitted) &&
  isMembers(value.counts);
