import type { SettingValue } from '../../pool/setting-value.ts';
import type { Present } from '../constraint.ts';
import type { Remedy } from './remedy.ts';

/** A setting that is there, whatever its value. */
export const present = {
  holds: (_: Present, value: SettingValue): boolean => value !== null,

  nearest: (): Remedy => ({ kind: 'no-remedy', reason: 'the rule doesn’t say which value to set' }),

  describe: (): string => 'any value',

  contradiction: (): undefined => undefined,
};
