import type { SettingValue } from '../../src/pool/setting-value.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';
import { sourceProperty } from '../../src/pool/source-property.ts';

const nested = (names: readonly string[], value: unknown, wrap: (inner: object) => unknown): object => {
  const [first = '', ...rest] = names;
  return { [first]: rest.length === 0 ? value : wrap(nested(rest, value, wrap)) };
};

/** A template with one pool that has the setting. */
export const templateWith = (path: SettingPath, value: SettingValue): string => {
  const property = sourceProperty('CloudFormation', path) ?? '';
  const written =
    property === 'EnabledMfas'
      ? value === true
        ? ['SOFTWARE_TOKEN_MFA']
        : ['SMS_MFA']
      : settingAt(path).kind.kind === 'ranking' && Array.isArray(value)
        ? value.map((Name, index) => ({ Name, Priority: index + 1 })).toReversed()
        : value;
  const properties = nested(property.split('.'), written, (inner) => inner);
  return JSON.stringify({
    Resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties } },
  });
};

/** A plan that creates one pool that has the setting. */
export const planWith = (path: SettingPath, value: SettingValue): string => {
  const property = sourceProperty('Terraform', path) ?? '';
  const written =
    settingAt(path).kind.kind === 'ranking' && Array.isArray(value)
      ? value.map((name, index) => ({ name, priority: index + 1 })).toReversed()
      : value;
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_cognito_user_pool.pool',
        mode: 'managed',
        type: 'aws_cognito_user_pool',
        name: 'pool',
        change: {
          actions: ['create'],
          before: null,
          after: nested(property.split('.'), written, (inner) => [inner]),
          after_unknown: {},
        },
      },
    ],
  });
};
