import { findSetting, settings } from '../src/pool/settings.ts';
import { leavesOfSchema } from './leaves-of-schema.ts';

/** Members of one structure of the SDK that the catalogue has no row for. */
export interface MissingRows {
  readonly call: string;
  readonly members: readonly string[];
}

interface Structure {
  readonly call: string;
  readonly schema: string;
  /** The catalogue's paths, as this structure has them. */
  readonly known: readonly string[];
}

const sentBy = (call: 'UpdateUserPool' | 'SetUserPoolMfaConfig'): readonly string[] =>
  settings.filter(({ calls }) => calls.includes(call)).map(({ path }) => path);

const readFrom = (from: 'UserPool' | 'MfaConfig'): readonly string[] =>
  settings
    .map(({ path, read }) => read ?? { from: 'UserPool', path })
    .flatMap((read) => (read.from === from ? [read.path] : []));

const structures: readonly Structure[] = [
  {
    call: 'UpdateUserPool',
    schema: 'UpdateUserPoolRequest$',
    known: ['UserPoolId', ...sentBy('UpdateUserPool')],
  },
  {
    call: 'SetUserPoolMfaConfig',
    schema: 'SetUserPoolMfaConfigRequest$',
    known: ['UserPoolId', ...sentBy('SetUserPoolMfaConfig')],
  },
  { call: 'DescribeUserPool', schema: 'UserPoolType$', known: readFrom('UserPool') },
  {
    call: 'GetUserPoolMfaConfig',
    schema: 'GetUserPoolMfaConfigResponse$',
    known: ['MfaConfiguration', ...readFrom('MfaConfig')],
  },
];

/**
 * Holds an SDK's schemas against the catalogue, for each call that reads or writes a pool's settings.
 * @param sdk the module @aws-sdk/client-cognito-identity-provider, whose schemas are exported under names that end in $
 * @throws Error where the SDK has no schema of that name any more: nothing would be compared
 */
export const missingRows = (sdk: { readonly [name: string]: unknown }): readonly MissingRows[] =>
  structures.flatMap(({ call, schema, known }) => {
    const members = leavesOfSchema(sdk[schema]).filter((leaf) => !isKnown(leaf, known));
    return members.length === 0 ? [] : [{ call, members }];
  });

/** A leaf inside a list's or a map's element, `path[].member`, is known by its row's list of elements. */
const isKnown = (leaf: string, known: readonly string[]): boolean => {
  const [path = leaf, element] = leaf.split('[].');
  if (!known.includes(path)) return false;
  const row = findSetting(path);
  return element === undefined || row?.kind.kind === 'opaque' || (row?.elements ?? []).includes(element);
};
