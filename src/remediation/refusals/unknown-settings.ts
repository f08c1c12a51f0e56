import { unknownMembers } from '../../pool/unknown-members.ts';
import { type DraftRule, refuse } from '../draft.ts';
import { callFor } from '../planned-call.ts';

/** Where the deployment asks for it, a pool with members that this version doesn't know isn't written at all. */
export const unknownSettings: DraftRule = (draft) => {
  if (draft.options.unknownSettings === 'carry') return draft;
  const unknown = unknownMembers(draft.snapshot);
  const blocked = draft.changes
    .map(({ setting }) => setting)
    .filter((setting) =>
      unknown.some((path) => path.startsWith('MfaConfig:') === (callFor(setting) === 'SetUserPoolMfaConfig')),
    );
  return refuse(draft, blocked, {
    code: 'unknown-settings',
    reason: `The pool has settings that this version doesn’t know (${unknown.join(', ')}), and the deployment asks not to write then.`,
    next: 'Update Lifeguard, or deploy with unknownSettings=carry, which sends them back as they were read.',
  });
};
