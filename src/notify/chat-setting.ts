import { showValue } from '../pool/setting-value.ts';
import type { OurRefusalCode, RefusalCode } from '../remediation/refusal.ts';
import { chatValue } from './escape.ts';
import type { NoticeSetting } from './notice-setting.ts';

/** What AWS might do, and Lifeguard doesn't. */
const ours: { readonly [code in OurRefusalCode]: true } = {
  sensitive: true,
  'lock-out': true,
  cost: true,
  'no-remedy': true,
  'policies-conflict': true,
  'changed-since': true,
  'unknown-settings': true,
};

/** One setting as chat markup: its name, what was found, what is required, what it is now, and who refused that. */
export const chatSetting = (row: NoticeSetting): string => {
  const [found, required, now] = [showValue(row.found), row.required.join(' and '), showValue(row.now)];
  return `\`${row.setting}\`: found ${chatValue(found, 60)}, required ${chatValue(required, 80)}, now ${chatValue(now, 60)}${refusedBy(row.refused)}`;
};

const refusedBy = (code: RefusalCode | undefined): string =>
  code === undefined ? '' : `. ${Object.hasOwn(ours, code) ? 'Left alone' : 'AWS refuses it'}: \`${code}\``;
