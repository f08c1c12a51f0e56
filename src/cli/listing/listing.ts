import { type Severity, severities } from '../../policy/policy.ts';
import { byCodeUnits } from '../../pool/by-code-units.ts';
import type { Verdict } from './verdict.ts';

type Status = Verdict['status'];

/** How often each status was found. */
export type Counts = { readonly [status in Status]: number };

/** Something that could not be looked at. */
export interface Unreached {
  /** A pool's id, or a Region. */
  readonly what: string;
  /** Why, and what a person can do, in one sentence. */
  readonly message: string;
}

/** How rules stand at many subjects. */
export interface Listing {
  /** How many subjects were held against the rules. */
  readonly subjects: number;
  /** Worst first. Those of rules that hold may be left out; `counts` has them all the same. */
  readonly verdicts: readonly Verdict[];
  readonly counts: Counts;
  readonly unreached: readonly Unreached[];
  /** What a subject is called, one and many. */
  readonly noun: readonly [string, string];
}

/** Takes what was found as it comes, so that nothing else of a pool has to be kept. */
export interface ListingInTheMaking {
  /** All verdicts of one subject. */
  readonly add: (verdicts: readonly Verdict[]) => void;
  readonly miss: (unreached: Unreached) => void;
  /** How many subjects there are so far. */
  readonly subjects: () => number;
  readonly finish: () => Listing;
}

const statuses: readonly Status[] = ['refused', 'violation', 'undetermined', 'exempted', 'compliant'];

/**
 * Begins a listing.
 * @param keepsCompliant true for a form that has a line for each rule that holds
 * @param noun what a subject is called, one and many
 */
export const makeListing = (
  keepsCompliant = false,
  noun: Listing['noun'] = ['pool', 'pools'],
): ListingInTheMaking => {
  const verdicts: Verdict[] = [];
  const unreached: Unreached[] = [];
  const counts = { violation: 0, refused: 0, exempted: 0, undetermined: 0, compliant: 0 };
  let subjects = 0;
  return {
    add: (added) => {
      subjects += 1;
      for (const verdict of added) {
        counts[verdict.status] += 1;
        if (keepsCompliant || verdict.status !== 'compliant') verdicts.push(verdict);
      }
    },
    miss: (each) => {
      unreached.push(each);
    },
    subjects: () => subjects,
    finish: () => ({
      noun,
      subjects,
      verdicts: verdicts.toSorted(worstFirst),
      counts: { ...counts },
      unreached: unreached.toSorted((left, right) => byCodeUnits(left.what, right.what)),
    }),
  };
};

/** Which of two verdicts stands first: what is wrong before what holds, then by severity, subject and place. */
const worstFirst = (left: Verdict, right: Verdict): number =>
  groupOf(left.status) - groupOf(right.status) ||
  rankOf(left.severity) - rankOf(right.severity) ||
  statuses.indexOf(left.status) - statuses.indexOf(right.status) ||
  byCodeUnits(left.subject.name, right.subject.name) ||
  byCodeUnits(left.subject.id, right.subject.id) ||
  byCodeUnits(left.at.file, right.at.file) ||
  left.at.line - right.at.line;

/** A refusal and a violation are equally wrong: severity decides. */
const groupOf = (status: Status): number => (status === 'refused' ? 1 : statuses.indexOf(status));

const rankOf = (severity: Severity): number => severities.indexOf(severity);
