import { showValue } from '../../pool/setting-value.ts';
import { type DraftRule, isAllowed, refuse } from '../draft.ts';

/** What AWS forces beside a change can be what a rule forbids, or what a person asks against: nothing satisfies both. */
export const keptByRules: DraftRule = (draft) => {
  const broken = draft.changes.find(
    ({ setting, from, to }) => isAllowed(draft, setting, from) && !isAllowed(draft, setting, to),
  );
  if (!broken) return draft;
  const { setting, to } = broken;
  const target = draft.asked.get(setting);
  const rules = (target?.rules ?? []).map(({ rule, at }) => `${rule} (${at})`);
  const against = rules.length > 0 ? `other rules forbid: ${rules.join(', ')}` : 'is asked to be otherwise';
  return refuse(draft, [setting], {
    code: 'policies-conflict',
    reason: `AWS would set ${setting} to ${showValue(to)} with it, which ${against}.`,
    next: 'Loosen one of these rules, or narrow the scope of its policy.',
  });
};
