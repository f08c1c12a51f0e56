import { settingAt } from '../../pool/settings.ts';
import { type DraftRule, refuse } from '../draft.ts';

/**
 * Settings whose wrong value hands a pool to somebody (triggers, senders, keys, issuer, client registration) are
 * only written where the deployment names them: one line of YAML in a merged change must not do it.
 */
export const sensitive: DraftRule = (draft) => {
  const { remediateSensitive } = draft.options;
  const permitted = (path: string): boolean =>
    remediateSensitive.some((named) => path === named || path.startsWith(`${named}.`));
  const [first] = draft.changes.filter(
    ({ setting, because }) =>
      settingAt(setting).sensitive && because.some(({ kind }) => kind === 'rule') && !permitted(setting),
  );
  if (!first) return draft;
  const { setting } = first;
  const group = setting.split('.')[0] ?? setting;
  return refuse(draft, [setting], {
    code: 'sensitive',
    reason: `${setting} is written only where the deployment permits it: a wrong value can hand the pool to somebody.`,
    next: `Set it by hand, or deploy with remediateSensitive=${group}.`,
  });
};
