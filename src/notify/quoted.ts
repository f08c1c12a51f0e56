/**
 * A name of several words stands in quotation marks, or it could go on a sentence as if we had said it. Quotation marks
 * in it become apostrophes, so that none ends it.
 */
export const quoted = <Name extends string | null>(name: Name): Name | string =>
  name !== null && /\s/u.test(name) ? `"${name.replaceAll('"', "'")}"` : name;
