import { toldFindings } from '../../notify/news.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { inert } from './inert.ts';

const why = (outcome: Outcome): string => {
  const { kind, causes, pool, quiet } = outcome;
  if (quiet) return 'people know of it already';
  if (kind === 'covered') return 'another look answers for it';
  if (!pool || kind === 'ignored') return 'no pool was looked at';
  switch (kind) {
    case 'compliant':
      return 'the pool is as policy requires';
    case 'planned':
      return 'whoever asked for the plan has it';
    case 'gone':
      return 'the pool is gone, and no deletion of it was recorded';
    default:
      return causes.every((cause) => cause.kind === 'sweep') && toldFindings(outcome).length > 0
        ? 'the digest tells what a sweep found standing'
        : 'all that differs is exempt, or debt that the digest tells';
  }
};

/** Why people are told nothing of an outcome, in one sentence. */
export const silenceText = (outcome: Outcome): string =>
  inert(
    `Nothing is told of outcome ${outcome.id}${outcome.pool ? `, pool ${outcome.pool.id}` : ''} (${outcome.kind}): ${why(outcome)}.`,
  );
