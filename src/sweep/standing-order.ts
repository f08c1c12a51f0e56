import type { Standing } from '../ledger/ledger.ts';
import { severities } from '../policy/policy.ts';
import { byCodeUnits } from '../pool/by-code-units.ts';

type Finding = Standing['findings'][number];

/** What people have to hear of: neither what was put right nor what somebody accepted. */
const isStanding = ({ resolved, exemption }: Finding): boolean => !resolved && exemption === undefined;

/** Milliseconds for which a pool is new. */
const isNewFor = 7 * 24 * 60 * 60 * 1000;

/** More new pools than this are a crowd: whoever makes throwaway pools must not push the others out of a digest. */
const fewNewcomers = 10;

/**
 * The pools where something stands: the gravest first, of equals the one that has waited longest. A crowd of new pools
 * comes after all others.
 */
export const standingInOrder = (notes: readonly Standing[], now: Date): readonly Standing[] => {
  const inOrder = gravestFirst(notes);
  const isNew = ({ createdAt }: Standing): boolean =>
    createdAt !== undefined && now.getTime() - Date.parse(createdAt) < isNewFor;
  const newcomers = inOrder.filter(isNew);
  return newcomers.length > fewNewcomers
    ? [...inOrder.filter((note) => !isNew(note)), ...newcomers]
    : inOrder;
};

const gravestFirst = (notes: readonly Standing[]): readonly Standing[] =>
  notes
    .map((note) => ({ ...note, findings: note.findings.filter(isStanding) }))
    .filter(({ findings, refusals }) => findings.length > 0 || refusals.length > 0)
    .map((note) => ({ note, rank: rankOf(note), since: sinceOf(note) }))
    .toSorted(
      (left, right) =>
        left.rank - right.rank ||
        byCodeUnits(left.since, right.since) ||
        byCodeUnits(left.note.pool.arn, right.note.pool.arn),
    )
    .map(({ note }) => note);

/** 0 for critical. A refusal without a finding says that something is wrong and not how grave: last. */
const rankOf = ({ findings }: Standing): number =>
  Math.min(severities.length, ...findings.map(({ severity }) => severities.indexOf(severity)));

/** Nothing says since when what isn't debt has stood; such pools come after those of which something does. */
const sinceOf = ({ findings }: Standing): string =>
  findings.flatMap(({ left }) => (left?.kind === 'debt' ? [left.since] : [])).toSorted()[0] ?? '9999';
