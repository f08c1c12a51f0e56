import { boolean, list, type Members, oneOf, required, structure, text } from './shape.ts';
import { FREE_TEXT } from './texts.ts';

/** What only CreateUserPool takes: a pool keeps these for life. */
export const CREATION_SETTINGS: Members = {
  AliasAttributes: list(oneOf('phone_number', 'email', 'preferred_username')),
  UsernameAttributes: list(oneOf('phone_number', 'email')),
  Schema: list(
    structure({
      Name: text(1, 20, '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+'),
      AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
      DeveloperOnlyAttribute: boolean,
      Mutable: boolean,
      Required: boolean,
      NumberAttributeConstraints: structure({ MinValue: FREE_TEXT, MaxValue: FREE_TEXT }),
      StringAttributeConstraints: structure({ MinLength: FREE_TEXT, MaxLength: FREE_TEXT }),
    }),
    { min: 1, max: 50 },
  ),
  UsernameConfiguration: structure({ CaseSensitive: required(boolean) }),
};
