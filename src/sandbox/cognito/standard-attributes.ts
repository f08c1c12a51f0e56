import { type JsonObject, objectsAt, stringAt } from '../json.ts';

const text = (Name: string): JsonObject => ({
  Name,
  AttributeDataType: 'String',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
});

const flag = (Name: string): JsonObject => ({
  Name,
  AttributeDataType: 'Boolean',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
});

/**
 * The OpenID Connect attributes that every pool has.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
const STANDARD: readonly JsonObject[] = [
  {
    ...text('sub'),
    Mutable: false,
    Required: true,
    StringAttributeConstraints: { MinLength: '1', MaxLength: '2048' },
  },
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username'].map(text),
  ...['profile', 'picture', 'website', 'email'].map(text),
  flag('email_verified'),
  text('gender'),
  { ...text('birthdate'), StringAttributeConstraints: { MinLength: '10', MaxLength: '10' } },
  ...['zoneinfo', 'locale', 'phone_number'].map(text),
  flag('phone_number_verified'),
  text('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
];

/** The schema of a new pool: the standard attributes with what its creator said of them, then the custom ones. */
export function schemaAttributes(request: JsonObject): readonly JsonObject[] {
  const asked = new Map(
    objectsAt(request, 'Schema').map((attribute) => [stringAt(attribute, 'Name'), attribute]),
  );
  const standard = STANDARD.map((attribute) => {
    const name = stringAt(attribute, 'Name');
    const own = asked.get(name);
    asked.delete(name);
    return own ? { ...attribute, ...own } : attribute;
  });
  const custom = [...asked.values()].map((attribute) => ({
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    ...attribute,
    Name: `${attribute.DeveloperOnlyAttribute === true ? 'dev:' : ''}custom:${stringAt(attribute, 'Name')}`,
  }));
  return [...standard, ...custom];
}
