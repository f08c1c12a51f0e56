import type { SettingValue } from '../../pool/setting-value.ts';

/** What would satisfy a constraint, or why nothing can be named. */
export type Remedy =
  | { readonly kind: 'value'; readonly value: SettingValue }
  | { readonly kind: 'no-remedy'; readonly reason: string };
