import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { Remark } from '../remediation/remark.ts';
import { movedSettings } from './moved-settings.ts';
import type { Past } from './past.ts';

/**
 * Settings that moved since the last look and can't be put right: a refusal may be somebody's shield, so it is urgent
 * when it comes together with a weakening.
 * @param snapshot the pool as the look found it
 */
export const newlyRefused = (
  { history }: Past,
  snapshot: PoolSnapshot,
  { refusals, findings }: Pick<Outcome, 'refusals' | 'findings'>,
): readonly Remark[] => {
  const wrong = new Set(findings.map(({ setting }) => setting));
  const moved = new Set(movedSettings(history, snapshot));
  const settings = [...new Set(refusals.flatMap((refusal) => refusal.settings))].filter(
    (setting) => wrong.has(setting) && moved.has(setting),
  );
  return settings.length === 0 ? [] : [{ kind: 'newly-refused', settings }];
};
