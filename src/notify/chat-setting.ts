import { showValue } from '../pool/setting-value.ts';
import { chatValue } from './escape.ts';
import type { NoticeSetting } from './notice-setting.ts';

/** One setting as chat markup: its name, what was found, what is required, what it is now. */
export const chatSetting = (row: NoticeSetting): string => {
  const [found, required, now] = [showValue(row.found), row.required.join(' and '), showValue(row.now)];
  return `\`${row.setting}\`: found ${chatValue(found, 60)}, required ${chatValue(required, 80)}, now ${chatValue(now, 60)}`;
};
