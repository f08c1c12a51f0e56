import { readsAsEmpty, readsAsNull } from '../../policy/absence.ts';
import { didYouMean } from '../../policy/nearest-name.ts';
import { sentence } from '../../policy/sentence.ts';
import { valueProblem } from '../../policy/value-problem.ts';
import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import {
  findSetting,
  isGovernable,
  type KnownSetting,
  type SettingPath,
  settings,
} from '../../pool/settings.ts';

/** A setting and the value that a person asks for. */
export interface AskedSetting {
  readonly setting: SettingPath;
  readonly to: SettingValue;
}

/** What a person wrote, understood, or a sentence that says what is wrong with it. */
export type ReadSetting =
  | { readonly kind: 'asked'; readonly asked: AskedSetting }
  | { readonly kind: 'mistake'; readonly message: string };

/**
 * Reads `SETTING=VALUE`: numbers, true and false, AWS's names, texts as they are, lists with commas, maps as JSON.
 * Nothing after the sign takes the setting away, where AWS has such a state.
 */
export const readAskedSetting = (text: string): ReadSetting => {
  const mistake = (message: string): ReadSetting => ({ kind: 'mistake', message });
  const [, path, written] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
  if (path === undefined || written === undefined)
    return mistake(`"${text}" is not SETTING=VALUE, such as Policies.PasswordPolicy.MinimumLength=14.`);
  const setting = findSetting(path);
  if (!setting || !isSettable(setting)) return mistake(whyNotSettable(path, setting));
  const to = parse(written, setting);
  const problem = to === null ? absenceProblem(setting) : valueProblem(to, setting);
  return problem === undefined
    ? { kind: 'asked', asked: { setting: setting.path, to: to as SettingValue } }
    : mistake(sentence(`${path} ${problem}`));
};

const isSettable = (setting: Setting): boolean =>
  isGovernable(setting) &&
  setting.calls.some((call) => call === 'UpdateUserPool' || call === 'SetUserPoolMfaConfig');

const whyNotSettable = (path: string, setting: KnownSetting | undefined): string => {
  const known = settings.filter(isSettable).map((each) => each.path);
  if (!setting)
    return `There is no setting ${path}${didYouMean(path, known) || '; docs/settings.md has all.'}`;
  const instead = setting.sameAs ?? setting.foldedInto;
  return instead === undefined
    ? `${path} can't be set: AWS fixes it when a pool is created, or only tells it.`
    : `${path} is another name of ${instead}: set that.`;
};

const parse = (written: string, { kind }: Setting): unknown => {
  switch (kind.kind) {
    case 'integer':
      return written === '' ? null : /^-?\d+$/.test(written) ? Number(written) : written;
    case 'boolean':
      return written === '' ? null : (({ true: true, false: false } as const)[written] ?? written);
    case 'members':
    case 'ranking':
      return written === '' ? [] : written.split(',').map((name) => name.trim());
    case 'map':
      return written === '' ? {} : parseMap(written);
    default:
      return written === '' ? null : written;
  }
};

const parseMap = (written: string): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
};

const absenceProblem = (setting: Setting): string | undefined =>
  readsAsNull(setting) || readsAsEmpty(setting)
    ? undefined
    : 'needs a value: AWS has no state without one, or nobody knows what it would be';
