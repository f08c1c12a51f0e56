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

interface Placed {
  readonly note: Standing;
  readonly rank: number;
  readonly since: string;
}

/** The gravest first, of equals the one that has waited longest. */
const byGravity = (left: Placed, right: Placed): number =>
  left.rank - right.rank ||
  byCodeUnits(left.since, right.since) ||
  byCodeUnits(left.note.pool.arn, right.note.pool.arn);

/** The gravest of any number, of which no more than twice as many are held. */
const gravest = (most: number) => {
  const held: Placed[] = [];
  const cut = (): void => {
    held.sort(byGravity);
    if (held.length > most) held.length = most;
  };
  return {
    add: (placed: Placed): void => {
      held.push(placed);
      if (held.length >= 2 * most) cut();
    },
    inOrder: (): readonly Placed[] => {
      cut();
      return held;
    },
  };
};

/** Pools where something stands, as they come, and in the end those that people read of. */
export interface StandingPools {
  /** Takes a pool. @returns what of it stands; undefined where nothing does */
  readonly add: (note: Standing) => Standing | undefined;
  /** The gravest first. A crowd of new pools comes after all others. */
  readonly inOrder: () => readonly Standing[];
}

/**
 * @param most how many pools people read of: no more than a few times as many are held
 * @param now by which pools are new
 */
export const standingPools = (most: number, now: Date): StandingPools => {
  const [lasting, newcomers] = [gravest(most), gravest(most)];
  let cameLately = 0;
  return {
    add: (each) => {
      const note = { ...each, findings: each.findings.filter(isStanding) };
      if (note.findings.length === 0 && note.refusals.length === 0) return undefined;
      const isNew = note.createdAt !== undefined && now.getTime() - Date.parse(note.createdAt) < isNewFor;
      if (isNew) cameLately += 1;
      (isNew ? newcomers : lasting).add({ note, rank: rankOf(note), since: sinceOf(note) });
      return note;
    },
    inOrder: () => {
      const all = [...lasting.inOrder(), ...newcomers.inOrder()];
      const placed = cameLately > fewNewcomers ? all : all.toSorted(byGravity);
      return placed.slice(0, most).map(({ note }) => note);
    },
  };
};

/** 0 for critical. A refusal without a finding says that something is wrong and not how grave: last. */
const rankOf = ({ findings }: Standing): number =>
  Math.min(severities.length, ...findings.map(({ severity }) => severities.indexOf(severity)));

/** Nothing says since when what isn't debt has stood; such pools come after those of which something does. */
const sinceOf = ({ findings }: Standing): string =>
  findings.flatMap(({ left }) => (left?.kind === 'debt' ? [left.since] : [])).toSorted()[0] ?? '9999';
