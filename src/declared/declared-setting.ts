import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { formerPlaceOf } from '../pool/settings.ts';
import { sourceProperty } from '../pool/source-property.ts';
import type { DeclaredPool } from './declared-pool.ts';
import { type DeclaredPlace, type DeclaredValue, memberOf } from './declared-value.ts';
import { type Possibilities, possibilitiesOf } from './possibilities.ts';
import type { Possibility } from './possibility.ts';

/** One thing that a setting can be, where absence is replaced by what it means. */
export type Outlook =
  | (Exclude<Possibility, { readonly kind: 'absent' }> & { readonly isDefault?: false })
  /** The file doesn't say it: this is what AWS makes of that. */
  | {
      readonly kind: 'known';
      readonly value: SettingValue;
      readonly isDefault: true;
      readonly place: DeclaredPlace;
    };

/** All that a setting of a declared pool can be. */
export interface Outlooks {
  readonly all: readonly Outlook[];
  readonly on: readonly string[];
}

/** What a setting of a declared pool can be once the file is deployed. */
export const declaredSetting = (pool: DeclaredPool, setting: Setting): Outlooks => {
  const own = written(pool, pool.properties, setting);
  const former = formerPlaceOf(setting);
  const isLeftOut = own.all.some(({ kind }) => kind === 'absent');
  const there = former && isLeftOut ? written(pool, pool.properties, former) : undefined;
  return {
    all: own.all
      .flatMap((each) => (each.kind === 'absent' && there ? there.all : [each]))
      .map((each) => (each.kind === 'absent' ? whereAbsent(pool, setting, each.place) : each)),
    on: [...new Set([...own.on, ...(there?.on ?? [])])],
  };
};

/** The place of a setting's property in the pool's declaration, or of the nearest thing around it. */
const written = (pool: DeclaredPool, properties: DeclaredValue, setting: Setting): Possibilities => {
  const { tool } = pool;
  // EnabledMfas holds all factors together.
  if (tool === 'CloudFormation' && setting.path === 'SoftwareTokenMfaConfiguration.Enabled')
    return enabledFactor(memberOf(properties, 'EnabledMfas'), setting);
  const property =
    tool === 'Terraform' && setting.path === 'UserPoolTags' ? tagsProperty(properties) : undefined;
  const name = property ?? sourceProperty(tool, setting.path);
  if (name === undefined) return { all: [{ kind: 'absent', place: pool.place }], on: [] };
  const segments = name.split('.');
  const value = segments.reduce<DeclaredValue>(memberOf, properties);
  const isBoolean = tool === 'Terraform' && setting.kind.kind === 'boolean' && segments.length > 1;
  if (isBoolean && value.kind === 'absent') {
    const block = segments.slice(0, -1).reduce<DeclaredValue>(memberOf, properties);
    const isThere = block.kind === 'map' || (block.kind === 'list' && block.items.length > 0);
    // The provider sends false for a boolean that a block leaves out (its user_pool.go, expandUserPoolPasswordPolicy).
    if (isThere) return { all: [{ kind: 'known', value: false, place: value.place }], on: [] };
  }
  return possibilitiesOf(value, setting);
};

/** The tags with the provider's default_tags, where the plan tells them. */
const tagsProperty = (properties: DeclaredValue): string =>
  memberOf(properties, 'tags_all').kind === 'absent' ? 'tags' : 'tags_all';

const enabledFactor = (value: DeclaredValue, setting: Setting): Possibilities => {
  const names: Setting = { ...setting, kind: { kind: 'members', min: 0, max: 3 } };
  const { all, on } = possibilitiesOf(value, names);
  return {
    all: all.map((each) =>
      each.kind === 'known' && Array.isArray(each.value)
        ? { ...each, value: each.value.includes('SOFTWARE_TOKEN_MFA') }
        : each,
    ),
    on,
  };
};

/** What it means that a file doesn't say a setting. */
const whereAbsent = (pool: DeclaredPool, setting: Setting, place: DeclaredPlace): Outlook => {
  const isNew = pool.before === undefined;
  const before = pool.before && written(pool, pool.before, setting).all[0];
  if (before && before.kind !== 'absent')
    return {
      kind: 'unknown',
      reason: 'the plan takes it away, and whether AWS keeps it or resets it is not published',
      place,
    };
  const absence = isNew ? setting.absentAtCreation : setting.absentInRead;
  if (pool.takesTriggers && setting.path.startsWith('LambdaConfig.'))
    return {
      kind: 'unknown',
      reason: 'it is not set, and functions with a Cognito event add triggers',
      place,
    };
  if (pool.tool === 'CloudFormation' && setting.path === 'UserPoolTags')
    return {
      kind: 'unknown',
      reason: 'the template has no tags, and the tags of its stack are added',
      place,
    };
  if (pool.tool === 'CloudFormation' && setting.path === 'PoolName')
    return { kind: 'unknown', reason: 'CloudFormation makes a name up', there: true, place };
  if (absence === 'none') return { kind: 'known', value: null, isDefault: true, place };
  if (absence === 'unknown')
    return { kind: 'unknown', reason: 'it is not set, and what AWS makes of that is not known', place };
  return { kind: 'known', value: absence.value, isDefault: true, place };
};
