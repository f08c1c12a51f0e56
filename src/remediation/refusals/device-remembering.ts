import { type DraftRule, refuseFirst, valueIn } from '../draft.ts';

const members = [
  'DeviceConfiguration.ChallengeRequiredOnNewDevice',
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
] as const;

/** Two rules can ask for one member of DeviceConfiguration and against the other, and AWS has both or neither. */
export const deviceRemembering: DraftRule = (draft) => {
  const there = members.filter((member) => valueIn(draft, member) !== null);
  if (there.length !== 1) return draft;
  return refuseFirst(draft, members, {
    code: 'policies-conflict',
    reason: 'A pool has both members of DeviceConfiguration or neither, and one of them is asked for.',
    next: 'Let the rules on both members agree.',
  });
};
