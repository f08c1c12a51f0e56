import { findSetting, isGovernable, type KnownSetting, settings } from '../../pool/settings.ts';
import { didYouMean } from '../nearest-name.ts';
import { sentence } from '../sentence.ts';

const governable = settings.filter(isGovernable).map(({ path }) => path);

/** The setting that a rule names, or what is wrong with the name. */
export const ruleSetting = (
  written: string,
):
  | { readonly kind: 'setting'; readonly setting: KnownSetting }
  | { readonly kind: 'mistake'; readonly message: string } => {
  const setting = findSetting(written);
  if (!setting) {
    const hint = didYouMean(written, governable);
    return mistake(
      sentence(
        `Cognito has no setting "${written}"${hint || '; docs/policy-format.md says where the names are'}`,
      ),
    );
  }
  const instead = setting.sameAs ?? setting.foldedInto;
  if (instead !== undefined) return mistake(`${written} is another place of ${instead}; name that.`);
  if (!isGovernable(setting)) return mistake(`${written} isn't a setting: AWS only tells it.`);
  return { kind: 'setting', setting };
};

const mistake = (message: string) => ({ kind: 'mistake', message }) as const;
