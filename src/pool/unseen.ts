/**
 * One character, of a text from outside, that isn't seen or changes what is seen around it, as a part of a regular
 * expression with the flag v: characters of format, and those that Unicode has shown as nothing, letters among them such
 * as U+3164; and the blank of Braille. Not the selector that makes a symbol an emoji, which people write in names.
 * Source: Unicode Standard Annex 44, Default_Ignorable_Code_Point.
 */
export const unseen = String.raw`[[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]--[\ufe0f]]`;
