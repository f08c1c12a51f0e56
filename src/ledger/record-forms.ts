import type { PoolRecord } from './pool-record.ts';
import type { Shelves, StoredAccount } from './shelf.ts';
import {
  areCauses,
  isAccountRecord,
  isHeldNotice,
  isKeptOutcome,
  isLastOutcome,
  isMembers,
  isNumber,
  isOpenOutcome,
  isPoolHistory,
  isPoolRequest,
  isStanding,
  isText,
  listOf,
} from './stored-forms.ts';

type HasForm = (value: unknown) => boolean;

/** The form of each member of a stored record. */
export type RecordForm = { readonly [member: string]: HasForm };

const orAbsent =
  (hasForm: HasForm): HasForm =>
  (value) =>
    value === undefined || hasForm(value);

const poolForm: { readonly [member in keyof PoolRecord]-?: HasForm } = {
  lease: orAbsent((lease) => isMembers(lease) && isText(lease.id) && isNumber(lease.expires)),
  open: orAbsent(isOpenOutcome),
  given: areCauses,
  givenOmitted: orAbsent(isNumber),
  waiting: areCauses,
  waitingOmitted: orAbsent(isNumber),
  isAskedFor: orAbsent((isAskedFor) => isAskedFor === true),
  dueAt: orAbsent(isNumber),
  lookedAt: orAbsent(isNumber),
  last: orAbsent(isLastOutcome),
  history: orAbsent(isPoolHistory),
  requests: orAbsent(listOf(isPoolRequest)),
};

const accountForm: { readonly [member in keyof StoredAccount]-?: HasForm } = {
  // What is no pause among them is left out of what is honoured, and told: it keeps nobody from looking.
  pauses: () => true,
  record: orAbsent(isAccountRecord),
  version: orAbsent(isNumber),
};

/** How the records of each shelf are stored; the outer form is checked, as everywhere in a ledger. */
export const recordForms: { readonly [shelf in keyof Shelves]: RecordForm } = {
  pools: poolForm,
  account: accountForm,
  outcomes: {
    outcome: (outcome) => isKeptOutcome({ outcome }),
    preImage: orAbsent(isMembers),
  },
  sweeps: { notes: listOf(isStanding) },
  notices: { told: (told) => told === true },
  tellings: { beganAt: isNumber },
  repeats: { id: isText, at: isNumber },
  members: { members: (members) => isMembers(members) && Object.values(members).every(isMembers) },
  windows: { ids: listOf(isText), held: listOf(isHeldNotice) },
};
