import { text } from './shape.ts';

/**
 * The string shapes that Cognito's requests share.
 * Bounds and patterns: AWS's service model for cognito-idp 2016-04-18.
 */
const ANY = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';

export const USER_POOL_ID = text(1, 55, '[\\w-]+_[0-9a-zA-Z]+');
export const ARN = text(
  20,
  2048,
  'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
);
export const NAME = text(1, 128, '[\\w\\s+=,.@-]+');
export const FREE_TEXT = text(0, 131072);
export const REGION = text(5, 32);

/** Holds the code: `{####}`. */
export const SMS_MESSAGE = text(6, 140, '.*\\{####\\}.*');
export const EMAIL_MESSAGE = text(6, 20000, `${ANY}\\{####\\}${ANY}`);
/** Holds the link's words: `{##Verify##}`. */
export const EMAIL_MESSAGE_BY_LINK = text(6, 20000, `${ANY}\\{##${ANY}##\\}${ANY}`);
export const EMAIL_SUBJECT = text(1, 140, '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+');
export const INVITE_SMS_MESSAGE = text(6, 140, '(?s).*');
export const INVITE_EMAIL_MESSAGE = text(6, 20000, ANY);
export const NOTIFY_BODY = text(6, 20000, '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]+');

export const TAG_KEY = text(1, 128);
export const TAG_VALUE = text(0, 256);
export const CLIENT_ID = text(1, 128, '[\\w+]+');
export const URI = text(1, 1024, '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+');
