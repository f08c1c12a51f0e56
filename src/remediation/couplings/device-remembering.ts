import { changesSetting, type DraftRule, valueIn, withCoupling } from '../draft.ts';

const members = [
  'DeviceConfiguration.ChallengeRequiredOnNewDevice',
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
] as const;

/**
 * Any DeviceConfiguration turns remembering on, with what it doesn't say false; only its absence turns it off.
 * So both members come and go together. Source: API reference of DeviceConfiguration.
 */
export const deviceRemembering: DraftRule = (draft) => {
  const changed = members.find((member) => changesSetting(draft, member));
  const other = members.find((member) => member !== changed);
  if (!changed || !other) return draft;
  const [value, otherValue] = [valueIn(draft, changed), valueIn(draft, other)];
  if ((value === null) === (otherValue === null)) return draft;
  return withCoupling(draft, other, value === null ? null : false, {
    coupling: 'device-remembering',
    reason:
      value === null
        ? 'AWS remembers devices while any part of DeviceConfiguration is there.'
        : 'AWS fills in what DeviceConfiguration doesn’t say.',
    forcedBy: changed,
  });
};
