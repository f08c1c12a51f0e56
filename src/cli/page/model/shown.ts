import { visibleValue } from '../../../notify/hidden-value.ts';
import { type SettingValue, showValue } from '../../../pool/setting-value.ts';
import { inertLine } from '../../report/inert.ts';

/** Longest name, value and sentence of the page; message templates run to 20,000 characters. */
const longest = { name: 120, value: 160, sentence: 600 } as const;

/** A name, a value or a sentence from outside, inert and of a length that a page has room for. */
export const shown = (text: string, as: keyof typeof longest = 'value'): string =>
  inertLine(text, longest[as]);

/** A setting's value as the page shows it, without secrets. */
export const shownValue = (setting: string, value: SettingValue): string =>
  shown(showValue(visibleValue(setting, value)));
