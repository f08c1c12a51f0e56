import { arn } from '../../pool/catalogue/row.ts';
import type { Absence, Setting, SettingKind } from '../../pool/setting.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import type { KnownSetting } from '../../pool/settings.ts';
import { callFor } from '../../remediation/planned-call.ts';

/** Names as code, joined: `OFF`, `AUDIT`, `ENFORCED`. */
const named = (values: readonly string[], by: string): string =>
  values.map((value) => `\`${value}\``).join(by);

const amount = (min: number, max: number): string => (min === max ? `${min}` : `${min} to ${max}`);

/** The values that AWS accepts for a setting, in words. */
export const takenWords = (kind: SettingKind): string => {
  switch (kind.kind) {
    case 'integer':
      return `a whole number, ${amount(kind.min, kind.max)}`;
    case 'boolean':
      return '`true` or `false`';
    case 'enumeration':
      return kind.ordered ? named(kind.values, ' < ') : named(kind.values, ' or ');
    case 'text':
      return textWords(kind);
    case 'members':
      return kind.values
        ? `${amount(kind.min, kind.max)} of ${named(kind.values, ', ')}`
        : `a list of ${amount(kind.min, kind.max)} names`;
    case 'ranking':
      return `${amount(kind.min, kind.max)} of ${named(kind.values, ', ')}, in order of preference`;
    case 'map':
      return kind.keys ? `texts under ${named(kind.keys, ', ')}` : 'texts under keys of one’s own';
    case 'opaque':
      return 'nothing: AWS tells it';
  }
};

const textWords = (kind: Extract<SettingKind, { kind: 'text' }>): string => {
  const length = `${amount(kind.min, kind.max)} characters`;
  if (kind.pattern === undefined) return `text, ${length}`;
  return arn.kind === 'text' && kind.pattern === arn.pattern
    ? `an ARN, ${length}`
    : `text, ${length}, that matches \`${kind.pattern}\``;
};

/** Which way is safer, in words. */
export const saferWords = ({ kind, safer }: Setting): string => {
  if (safer === undefined) return 'no way is safer';
  const higher = safer === 'higher';
  switch (kind.kind) {
    case 'boolean':
      return `\`${higher}\` is safer`;
    case 'members':
      return higher ? 'more of them are safer' : 'fewer of them are safer';
    case 'ranking':
      return 'the earlier of them stands safer in front';
    default:
      return `${safer} is safer`;
  }
};

/** What absence means in a read and at creation, in words; once where both mean the same. */
export const absenceWords = ({ absentInRead, absentAtCreation }: Setting): string => {
  const [read, creation] = [oneAbsence(absentInRead), oneAbsence(absentAtCreation)];
  return read === creation ? read : `${read}; in a request that creates a pool, ${creation}`;
};

const oneAbsence = (absence: Absence): string => {
  if (absence === 'none') return 'the pool doesn’t have it';
  if (absence === 'unknown') return 'nobody has published what that means, so it counts as not set';
  return `it is \`${showValue(absence.value)}\``;
};

/** Which tier a setting needs, in words. */
export const tierWords = ({ needs, without }: NonNullable<Setting['tier']>): string => {
  const free = without
    .filter((value: SettingValue) => value !== null)
    .map((value) => `\`${showValue(value)}\``);
  return free.length === 0 ? `\`${needs}\`` : `\`${needs}\` for anything but ${free.join(' and ')}`;
};

/** What writes that put something else right do to a setting, in words that follow "other writes". */
export const carryWords = ({ carry, calls }: Setting): string => {
  switch (carry) {
    case 'as-read':
      return `${kept}.`;
    case 'as-read-or-empty':
      return `${kept}, as an empty list where AWS told none.`;
    case 'renamed':
      return `${kept}, under the name that UpdateUserPool has for it.`;
    case 'folded':
      return 'keep it at the place that has taken this one’s place: that is sent back.';
    case 'kept-by-omission':
      return 'keep it by leaving it out: AWS documents that it then stays.';
    case 'without-defaults':
      return `${kept}, but for what AWS fills in by itself.`;
    case 'not-sent':
      return calls.includes('SetUserPoolMfaConfig')
        ? 'keep it: UpdateUserPool doesn’t touch it, and SetUserPoolMfaConfig is sent it as it was read.'
        : 'don’t touch it.';
  }
};

const kept = 'keep it: AWS may reset what a request leaves out, so it is sent back as it was read';

/** By which call a setting is put right, or that it isn't, in words. */
export const remedyWords = (row: KnownSetting): string => {
  if (row.calls[0] === 'CreateUserPool')
    return 'no; AWS fixes it when a pool is created, so a rule on it says `mode: notify`.';
  const call = `by \`${callFor(row.path)}\``;
  return row.sensitive
    ? `${call}, where the deployment names it in \`remediateSensitive\`; else it is told (\`sensitive\`), since a wrong value can hand the pool to somebody.`
    : `${call}.`;
};

/**
 * Why no rule may name a setting.
 * @param shown how a setting's name is written
 */
export const whyNotGoverned = (
  { sameAs, foldedInto, calls }: KnownSetting,
  shown: (path: string) => string,
): string => {
  if (sameAs !== undefined) return `AWS has one setting in two calls. A rule names ${shown(sameAs)}.`;
  if (foldedInto !== undefined)
    return `AWS has replaced it. A rule names ${shown(foldedInto)}, and a value that somebody sends here is put right there.`;
  if (calls[0] === 'none') return 'AWS tells it, and no call that writes a pool takes it.';
  throw new Error('A row that can be written and is no other row must be governable.');
};
