/**
 * Compiled, never run. An SDK that adds a member to UpdateUserPoolRequest, SetUserPoolMfaConfigRequest or
 * UserPoolType fails here until src/pool/catalogue has a row for it; otherwise that member could be lost
 * from customers' pools by the next remediation.
 */
import type {
  AcrLevelConfigType,
  RecoveryOptionType,
  SetUserPoolMfaConfigRequest,
  UpdateUserPoolRequest,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SettingPath } from '../../src/pool/settings.ts';

type Scalar = string | number | boolean | Date;

/** Dotted paths of all leaves of T; lists and maps are leaves. */
type LeafPath<T> = {
  [Key in keyof T & string]-?: NonNullable<T[Key]> extends Scalar | readonly unknown[]
    ? Key
    : string extends keyof NonNullable<T[Key]>
      ? Key
      : `${Key}.${LeafPath<NonNullable<T[Key]>>}`;
}[keyof T & string];

type TopMember<Path extends string> = Path extends `${infer Top}.${string}` ? Top : Path;

/** Compiles only where nothing is missing; the error names what is. */
type NothingMissing<Missing extends never> = Missing;

type NotASetting = 'UserPoolId';

export type UpdateUserPoolIsCovered = NothingMissing<
  Exclude<LeafPath<UpdateUserPoolRequest>, SettingPath | NotASetting>
>;

export type SetUserPoolMfaConfigIsCovered = NothingMissing<
  Exclude<LeafPath<SetUserPoolMfaConfigRequest>, SettingPath | NotASetting>
>;

/** Describe's own name for PoolName. */
type ReadUnderAnotherName = 'Name';

export type DescribedMembersAreCovered = NothingMissing<
  Exclude<keyof UserPoolType & string, TopMember<SettingPath> | ReadUnderAnotherName>
>;

type MembersOfUserPool =
  | LeafPath<UpdateUserPoolRequest>
  | LeafPath<SetUserPoolMfaConfigRequest>
  | LeafPath<UserPoolType>;

export type CatalogueNamesOnlyWhatAwsHas = NothingMissing<Exclude<SettingPath, MembersOfUserPool>>;

/** Lists and maps of structures are leaves above, so what is inside an element is held here. */
export type ElementsAreCovered = NothingMissing<
  Exclude<keyof RecoveryOptionType, 'Priority' | 'Name'> | Exclude<keyof AcrLevelConfigType, 'AcrValue'>
>;
