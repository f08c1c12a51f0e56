import { messages } from './catalogue/messages.ts';
import { mfa } from './catalogue/mfa.ts';
import { passwordPolicy } from './catalogue/password-policy.ts';
import { protection } from './catalogue/protection.ts';
import { readOnlyMembers } from './catalogue/read-only.ts';
import { sending } from './catalogue/sending.ts';
import { emailMfa, signUpAndRecovery } from './catalogue/sign-up-and-recovery.ts';
import { triggers } from './catalogue/triggers.ts';
import type { Setting } from './setting.ts';

const rows = [
  ...passwordPolicy,
  ...protection,
  ...signUpAndRecovery,
  ...messages,
  ...sending,
  ...triggers,
  ...mfa,
  ...emailMfa,
  ...readOnlyMembers,
] as const;

/** AWS's name of a setting in the catalogue, dotted: `Policies.PasswordPolicy.MinimumLength`. */
export type SettingPath = (typeof rows)[number]['path'];

/** A row with its path known to the compiler. */
export type KnownSetting = Setting & { readonly path: SettingPath };

/** The settings catalogue: the one place that knows what Cognito's settings are. */
export const settings: readonly KnownSetting[] = rows;

const byPath: ReadonlyMap<string, KnownSetting> = new Map(settings.map((setting) => [setting.path, setting]));

/** The row of a path that somebody wrote; undefined where the catalogue has none. */
export const findSetting = (path: string): KnownSetting | undefined => byPath.get(path);

/** The row of a known path. */
export const settingAt = (path: SettingPath): KnownSetting => {
  const setting = byPath.get(path);
  if (!setting) throw new Error(`The catalogue has no row ${path}.`);
  return setting;
};

const formerPlaces: ReadonlyMap<string, KnownSetting> = new Map(
  settings.flatMap((setting) => (setting.foldedInto ? [[setting.foldedInto, setting] as const] : [])),
);

/** The row of a setting's former place, where AWS still returns it. */
export const formerPlaceOf = (setting: Setting): KnownSetting | undefined => formerPlaces.get(setting.path);

/** True where a rule may name the setting: AWS tells its value, and the row is neither another row's mirror nor its former place. */
export const isGovernable = (setting: Setting): boolean =>
  setting.kind.kind !== 'opaque' && setting.sameAs === undefined && setting.foldedInto === undefined;

/** True where UpdateUserPool writes the setting under this name. */
export const isSentInUpdate = (setting: Setting): boolean => setting.calls.includes('UpdateUserPool');
